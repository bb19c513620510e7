package io.demarche.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A running PostgreSQL server, as its data folder names it.
 *
 * @param pid its process
 * @param port where it listens
 */
record Postmaster(long pid, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The server that runs on these data, if one does; a file left behind by a dead one does not count. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.get(PID_LINE).strip());
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return Optional.of(new Postmaster(pid, port)).filter(Postmaster::alive);
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (NumberFormatException broken) {
            return Optional.empty();
        }
    }

    /** Whether its process is there and, as far as one may know, a PostgreSQL. */
    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        // A number that another program has by now is no server.
                        .map(command -> command.contains("postgres"))
                        .orElse(true))
                .isPresent();
    }
}
