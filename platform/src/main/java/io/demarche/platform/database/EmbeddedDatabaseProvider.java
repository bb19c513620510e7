package io.demarche.platform.database;

import java.io.IOException;
import java.nio.file.Path;

/** Runs a database of a service's own. Found by {@link java.util.ServiceLoader}. */
public interface EmbeddedDatabaseProvider {

    /**
     * Starts the database of a folder, or joins the one that runs there.
     *
     * @param folder where its data lie; made when it is not there
     * @throws IOException when there is no way to a running database; the message is one sentence for people
     */
    Running start(Path folder) throws IOException;

    /** A running database. */
    interface Running extends AutoCloseable {

        /** Where it listens. */
        DatabaseAddress address();

        /** Leaves it; whoever leaves last stops it. Does not throw. */
        @Override
        void close();
    }
}
