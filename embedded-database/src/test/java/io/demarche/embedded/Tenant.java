package io.demarche.embedded;

import io.demarche.platform.database.EmbeddedDatabaseProvider.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that uses the database of a folder until its input ends. */
final class Tenant {

    private Tenant() {}

    public static void main(String... args) throws IOException {
        try (Running running = new EmbeddedDatabase().start(Path.of(args[0]))) {
            System.out.println(running.address().url());
            System.out.flush();
            String rest = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            System.out.println("left" + rest);
        }
    }
}
