package io.demarche.launcher.load;

import io.demarche.launcher.Authorization;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Sends files and folders of articles to a running Demarche and says what became of them. */
public final class Load {

    private Load() {}

    /**
     * Sends. Ends with status 1 when anything was refused or could not be sent.
     *
     * @param arguments the gateway's address, whether the output is a terminal ({@code true}), files and folders
     */
    public static void main(String... arguments) throws InterruptedException {
        boolean terminal = Boolean.parseBoolean(arguments[1]);
        List<Path> given = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            given.add(Path.of(arguments[i]));
        }
        BatchSender.Pause pause = TimeUnit.SECONDS::sleep;
        System.exit(run(new BatchApi(arguments[0], Authorization.ofEnvironment()), given, System.out, terminal, pause));
    }

    /** The exit status: 0 when everything is there now, 1 otherwise. */
    static int run(BatchApi gateway, List<Path> given, PrintStream out, boolean terminal, BatchSender.Pause pause)
            throws InterruptedException {
        Tally tally = new Tally();
        try {
            List<Path> files = files(given);
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            Progress progress = new Progress(out, terminal, bytes, tally);
            try (BatchSender sender = new BatchSender(gateway, tally, progress, pause)) {
                for (Path file : files) {
                    read(file, sender);
                }
                sender.finish();
            } finally {
                progress.end();
            }
            out.println(tally + ".");
            tally.refusals().forEach(refusal -> out.println("  " + refusal));
            return tally.anyRefused() ? 1 : 0;
        } catch (IOException e) {
            out.println("Stopped: " + e.getMessage() + ". So far " + tally + "; to load again stores nothing twice.");
            return 1;
        }
    }

    private static void read(Path file, BatchSender sender) throws IOException, InterruptedException {
        try {
            Source.read(file, sender);
        } catch (Unsendable e) {
            throw e;
        } catch (IOException e) {
            sender.refuse(file.toString(), "cannot be read to its end");
        }
    }

    /** The files, those of folders in the order of their names; what is hidden is left out. */
    private static List<Path> files(List<Path> given) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Files::isRegularFile)
                            .filter(file -> !hidden(path.relativize(file)))
                            .sorted()
                            .forEach(files::add);
                }
            } else if (Files.isReadable(path)) {
                files.add(path);
            } else {
                throw new IOException("there is no file " + path + " that can be read");
            }
        }
        return files;
    }

    private static boolean hidden(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
