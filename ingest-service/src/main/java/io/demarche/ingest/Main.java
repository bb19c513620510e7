package io.demarche.ingest;

import io.demarche.platform.database.Databases;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, with a database of its own when it is not told of another. */
@QuarkusMain
public final class Main {

    private Main() {}

    /**
     * Starts and runs until the process is told to stop.
     *
     * @param args handed on to Quarkus
     */
    public static void main(String... args) {
        Databases.prepare("ingest");
        Quarkus.run(args);
    }
}
