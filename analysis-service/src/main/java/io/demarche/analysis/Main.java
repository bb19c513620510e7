package io.demarche.analysis;

import io.demarche.platform.database.Databases;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, after its database. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** Runs until it is told to stop. */
    public static void main(String... args) {
        Databases.prepare("analysis");
        Quarkus.run(args);
    }
}
