package io.demarche.embedded;

import io.demarche.platform.database.DatabaseAddress;
import io.demarche.platform.database.EmbeddedDatabaseProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A PostgreSQL in a folder, shared by all processes that name the folder: the first one starts it, the others join, and
 * whoever leaves last stops it. Killing any of them harms nobody: the server runs on, and the next one to come takes it
 * over. The data survive restarts, and commits survive power cuts.
 */
public final class EmbeddedDatabase implements EmbeddedDatabaseProvider {

    @Override
    public Running start(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
        return Tenancy.alone(home, () -> join(home));
    }

    private static Running join(Path home) throws IOException {
        Tenancy tenancy = Tenancy.enter(home);
        boolean joined = false;
        try {
            String password = Secret.of(home);
            PostgresServer server = new PostgresServer(home, password);
            int port = server.startOrAdopt();
            DatabaseAddress address = ServiceDatabase.prepare(server.administration(port), port, password);
            server.keep();
            joined = true;
            return new Joined(tenancy, server, address);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL runs in " + home + ", but cannot be used: " + e.getMessage(), e);
        } finally {
            if (!joined) {
                tenancy.close();
            }
        }
    }

    /** This process's share in a running server. */
    private static final class Joined implements Running {

        private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());

        private final Tenancy tenancy;
        private final PostgresServer server;
        private final DatabaseAddress address;
        private boolean left;

        Joined(Tenancy tenancy, PostgresServer server, DatabaseAddress address) {
            this.tenancy = tenancy;
            this.server = server;
            this.address = address;
        }

        @Override
        public DatabaseAddress address() {
            return address;
        }

        @Override
        public synchronized void close() {
            if (left) {
                return;
            }
            left = true;
            try (tenancy) {
                Tenancy.alone(tenancy.folder(), () -> {
                    if (tenancy.leave()) {
                        server.stop();
                    }
                    return this;
                });
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The embedded database was not left in order", e);
            }
        }
    }
}
