package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.demarche.embedded.Backup.Source;
import io.demarche.platform.database.DatabaseAddress;
import io.demarche.platform.database.EmbeddedDatabaseProvider.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two databases as the services use them: work that is accepted, made into something elsewhere, and then called done. */
@Timeout(300)
class BackupTest {

    private static final int WRITERS = 6;

    @TempDir
    Path folder;

    private List<Source> sources;
    private Path target;

    @BeforeEach
    void folders() {
        sources = List.of(
                new Source(folder.resolve("live/work"), "work"), new Source(folder.resolve("live/made"), "made"));
        target = folder.resolve("backup");
    }

    @Test
    void copiesThatAreTakenWhileEverybodyWritesFitEachOther() throws Exception {
        Set<Integer> before;
        try (TenantProcess work = new TenantProcess(sources.get(0).folder());
                TenantProcess made = new TenantProcess(sources.get(1).folder())) {
            DatabaseAddress workAt = address(work, sources.get(0));
            DatabaseAddress madeAt = address(made, sources.get(1));
            run(workAt, "create table item (id int primary key, done boolean not null)");
            run(madeAt, "create table result (id int primary key, text text not null)");
            AtomicBoolean enough = new AtomicBoolean();
            AtomicInteger ids = new AtomicInteger();
            CountDownLatch going = new CountDownLatch(100);
            ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
            try {
                List<Future<Void>> writers = Stream.generate(() -> writer(workAt, madeAt, ids, enough, going))
                        .limit(WRITERS)
                        .map(pool::submit)
                        .toList();
                assertThat(going.await(60, TimeUnit.SECONDS)).isTrue();
                before = ids(workAt, "select id from item");
                new Backup(target).run(sources, "item");
                enough.set(true);
                for (Future<Void> writer : writers) {
                    writer.get(60, TimeUnit.SECONDS);
                }
            } finally {
                enough.set(true);
                pool.shutdown();
            }
            assertThat(ids(workAt, "select id from item")).hasSizeGreaterThan(before.size());
            work.leave();
            made.leave();
        }
        try (Running work = new EmbeddedDatabase().start(target.resolve("work"));
                Running made = new EmbeddedDatabase().start(target.resolve("made"))) {
            Set<Integer> items = ids(work.address(), "select id from item");
            Set<Integer> results = ids(made.address(), "select id from result");
            assertThat(items).containsAll(before);
            assertThat(items).as("nothing was made of what nobody knows").containsAll(results);
            assertThat(results)
                    .as("what is called done is there")
                    .containsAll(ids(work.address(), "select id from item where done"));
            run(work.address(), "insert into item values (-1, false)");
        }
    }

    @Test
    void aDatabaseThatNobodyUsesIsCopiedTooAndLeftAsItWas() throws Exception {
        for (Source source : sources) {
            try (Running running = new EmbeddedDatabase().start(source.folder())) {
                run(running.address(), "create table item (id int primary key)");
                run(running.address(), "insert into item values (7)");
            }
        }
        new Backup(target).run(sources, "item");
        for (Source source : sources) {
            assertThat(Postmaster.of(source.folder().resolve("data"))).isEmpty();
            try (Running copy = new EmbeddedDatabase().start(target.resolve(source.name()))) {
                assertThat(ids(copy.address(), "select id from item")).containsExactly(7);
            }
        }
    }

    @Test
    void whereThereIsNoDatabaseNoneIsMade() {
        assertThatIOException()
                .isThrownBy(() -> new Backup(target).run(sources, "item"))
                .withMessageContaining("no database in");
        assertThat(Files.exists(target)).isFalse();
        assertThat(Files.exists(sources.get(0).folder())).isFalse();
    }

    private static Callable<Void> writer(
            DatabaseAddress work, DatabaseAddress made, AtomicInteger ids, AtomicBoolean enough, CountDownLatch going) {
        return () -> {
            try (Connection working = connect(work);
                    Connection making = connect(made);
                    Statement accept = working.createStatement();
                    Statement make = making.createStatement()) {
                while (!enough.get()) {
                    int id = ids.incrementAndGet();
                    accept.execute("insert into item values (" + id + ", false)");
                    make.execute("insert into result values (" + id + ", 'made of " + id + "')");
                    accept.execute("update item set done = true where id = " + id);
                    going.countDown();
                }
            }
            return null;
        };
    }

    /** As its owner, whose password the tenant keeps to itself. */
    private static DatabaseAddress address(TenantProcess tenant, Source source) throws IOException {
        return new DatabaseAddress(tenant.url(), ServiceDatabase.NAME, Secret.of(source.folder()));
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection("jdbc:" + address.url(), address.user(), address.password());
    }

    private static void run(DatabaseAddress address, String statement) throws SQLException {
        try (Connection connection = connect(address);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static Set<Integer> ids(DatabaseAddress address, String question) throws SQLException {
        Set<Integer> ids = new TreeSet<>();
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }
}
