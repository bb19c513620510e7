package io.demarche.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that are run to their end. */
final class Commands {

    private static final int MINUTES = 3;

    private Commands() {}

    /** What a program said, on both its outputs, and how it ended. */
    record Result(List<String> command, int status, String output) {

        Result mustSucceed() throws IOException {
            if (status != 0) {
                throw new IOException(command + " ended with " + status + ": " + output);
            }
            return this;
        }
    }

    static Result run(Map<String, String> environment, List<String> command) throws IOException {
        // To a file: a server that a program starts keeps a pipe open.
        Path output = Files.createTempFile("command", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command + " does not end: " + Files.readString(output));
            }
            return new Result(command, process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }
}
