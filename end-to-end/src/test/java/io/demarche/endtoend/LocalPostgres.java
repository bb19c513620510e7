package io.demarche.endtoend;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of this machine's own, server and client programs of one version. The embedded one has no client programs. */
final class LocalPostgres implements AutoCloseable {

    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "psql", "pg_dump", "pg_restore");

    private final Path programs;
    private final Path folder;
    private final int port;

    private LocalPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The folder of the newest one's programs, where Linux distributions put them; none where there is none. */
    static Optional<Path> programs() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String places : List.of("/usr/lib/postgresql", "/usr")) {
            if (Files.isDirectory(Path.of(places))) {
                try (Stream<Path> folders = Files.list(Path.of(places))) {
                    folders.map(folder -> folder.resolve("bin"))
                            .filter(bin -> PROGRAMS.stream().allMatch(name -> Files.isExecutable(bin.resolve(name))))
                            .forEach(found::add);
                }
            }
        }
        return found.stream().max(Comparator.comparing(LocalPostgres::version));
    }

    private static int version(Path programs) {
        String digits = programs.getParent().getFileName().toString().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    static LocalPostgres start(Path programs, Path folder) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        LocalPostgres postgres = new LocalPostgres(programs, folder, port);
        postgres.server("initdb", "--pgdata=" + folder, "--username=postgres", "--auth=trust", "--no-sync");
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off";
        postgres.server(
                "pg_ctl", "start", "--wait", "--pgdata=" + folder, "--options=" + options, "--log=" + folder + ".log");
        for (String role : List.of("ingest", "analysis")) {
            postgres.sql("create role " + role + " login");
        }
        return postgres;
    }

    /** Makes a database of a role and gives its address. */
    String database(String name, String role) throws IOException {
        sql("create database " + name + " owner " + role);
        return "postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** For programs that look for PostgreSQL's on the path. */
    String path() {
        return programs + ":" + System.getenv("PATH");
    }

    private void sql(String statement) throws IOException {
        Commands.Result result = Commands.run(
                Map.of(),
                List.of(
                        programs.resolve("psql").toString(),
                        "--dbname=postgresql://postgres@127.0.0.1:" + port + "/postgres",
                        "--command=" + statement));
        result.mustSucceed();
    }

    /** PostgreSQL does not run as root; a user namespace of its own hides that from it. */
    private void server(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Commands.run(Map.of(), command).mustSucceed();
    }

    @Override
    public void close() throws IOException {
        server("pg_ctl", "stop", "--mode=immediate", "--wait", "--pgdata=" + folder);
    }
}
