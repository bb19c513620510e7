package io.demarche.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Drives a {@link Tenant}. */
final class TenantProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    TenantProcess(Path folder) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tenant.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Its database's URL, once it runs. */
    String url() throws IOException {
        String line;
        do {
            line = output.readLine();
            if (line == null) {
                throw new IOException("the tenant ended without a database");
            }
        } while (!line.startsWith("postgresql://"));
        return line;
    }

    /** Kills it with SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        await();
    }

    /** Lets it leave in order. */
    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        await();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void await() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the tenant does not end");
        }
    }
}
