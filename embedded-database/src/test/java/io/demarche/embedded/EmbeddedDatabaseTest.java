package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.demarche.platform.database.DatabaseAddress;
import io.demarche.platform.database.EmbeddedDatabaseProvider;
import io.demarche.platform.database.EmbeddedDatabaseProvider.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    private static String ask(DatabaseAddress address, String question) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:" + address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(question)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private Postmaster postmaster() throws IOException {
        return Postmaster.of(folder.resolve("data")).orElseThrow();
    }

    private boolean runs() throws IOException {
        return Postmaster.of(folder.resolve("data")).isPresent();
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(EmbeddedDatabaseProvider.class))
                .hasAtLeastOneElementOfType(EmbeddedDatabase.class);
    }

    @Test
    void startsDurableAndGuardedAndKeepsItsDataOverARestart() throws Exception {
        try (Running running = new EmbeddedDatabase().start(folder)) {
            DatabaseAddress address = running.address();
            assertThat(address.url()).matches("postgresql://127\\.0\\.0\\.1:\\d+/demarche");
            assertThat(address.toString()).doesNotContain(address.password());
            ask(address, "create table kept (word text)");
            ask(address, "insert into kept values ('still here')");
            assertThat(ask(address, "show server_version")).startsWith("18.");
            assertThat(ask(address, "show fsync")).isEqualTo("on");
            assertThat(ask(address, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(address, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(address, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(address, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
            assertThat(ask(address, "select lower('ÄÉΩ') || ('Z' < 'a')::text")).isEqualTo("äéωtrue");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> ask(new DatabaseAddress(address.url(), address.user(), "wrong"), "select 1"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> ask(new DatabaseAddress(address.url(), "postgres", ""), "select 1"));
            assertThatIOException()
                    .isThrownBy(() -> new EmbeddedDatabase().start(folder))
                    .withMessageContaining("already");
            assertThat(runs()).isTrue();
        }
        assertThat(runs()).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
        try (Running again = new EmbeddedDatabase().start(folder)) {
            assertThat(ask(again.address(), "select word from kept")).isEqualTo("still here");
        }
        assertThat(runs()).isFalse();
    }

    @Test
    void takesOverWhatAKilledProcessLeavesRunning() throws Exception {
        Postmaster left;
        try (TenantProcess first = new TenantProcess(folder)) {
            first.url();
            left = postmaster();
            first.kill();
        }
        assertThat(runs()).as("a killed owner's server lives on").isTrue();
        try (Running heir = new EmbeddedDatabase().start(folder)) {
            assertThat(postmaster()).isEqualTo(left);
            assertThat(heir.address().url()).contains(":" + left.port() + "/");
            assertThat(ask(heir.address(), "select 'works'")).isEqualTo("works");
        }
        assertThat(runs()).as("its heir stops it").isFalse();
    }

    @Test
    void isSharedAndStoppedByWhoeverLeavesLast() throws Exception {
        try (TenantProcess first = new TenantProcess(folder);
                TenantProcess second = new TenantProcess(folder)) {
            String url = first.url();
            assertThat(second.url()).isEqualTo(url);
            Running third = new EmbeddedDatabase().start(folder);
            assertThat(third.address().url()).isEqualTo(url);
            first.leave();
            assertThat(ask(third.address(), "select 'still'")).isEqualTo("still");
            third.close();
            third.close();
            assertThat(runs()).as("the second process still uses it").isTrue();
            second.leave();
            assertThat(runs()).isFalse();
        }
    }

    @Test
    void recoversFromAServerThatWasKilled() throws Exception {
        try (Running running = new EmbeddedDatabase().start(folder)) {
            ask(running.address(), "create table kept (word text)");
            ask(running.address(), "insert into kept values ('committed')");
            ProcessHandle server = ProcessHandle.of(postmaster().pid()).orElseThrow();
            server.destroyForcibly();
            server.onExit().get();
        }
        assertThat(folder.resolve("data/postmaster.pid")).exists();
        try (Running again = new EmbeddedDatabase().start(folder)) {
            assertThat(ask(again.address(), "select word from kept")).isEqualTo("committed");
        }
    }

    @Test
    void aMakingThatWasInterruptedIsPutAside() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/postgresql.conf"), "");
        try (Running running = new EmbeddedDatabase().start(folder)) {
            assertThat(ask(running.address(), "select 'works'")).isEqualTo("works");
        }
        try (var entries = Files.list(folder)) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("data.incomplete."));
        }
    }
}
