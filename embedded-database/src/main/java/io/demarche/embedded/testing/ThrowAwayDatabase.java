package io.demarche.embedded.testing;

import io.demarche.embedded.ServiceDatabase;
import io.demarche.platform.database.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** A PostgreSQL in a temporary folder, fast and forgetful: nothing is forced to disk, and closing it removes it. */
public final class ThrowAwayDatabase implements AutoCloseable {

    private static final String PASSWORD = "demarche";

    private final EmbeddedPostgres postgres;
    private final DatabaseAddress address;

    private ThrowAwayDatabase(EmbeddedPostgres postgres, DatabaseAddress address) {
        this.postgres = postgres;
        this.address = address;
    }

    /** Starts an empty one. */
    public static ThrowAwayDatabase start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            try {
                return new ThrowAwayDatabase(
                        postgres,
                        ServiceDatabase.prepare(postgres.getPostgresDatabase(), postgres.getPort(), PASSWORD));
            } catch (SQLException e) {
                postgres.close();
                throw new IllegalStateException("The test database could not be prepared.", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start for the tests.", e);
        }
    }

    /** Where it listens. */
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
