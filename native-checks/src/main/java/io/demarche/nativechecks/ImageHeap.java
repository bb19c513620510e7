package io.demarche.nativechecks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the objects of an executable would be, found by initialising the classes in a JVM of their own. */
public final class ImageHeap {
    private static final int PATIENCE_SECONDS = 120;
    private static final String FAULT = "fault ";

    private ImageHeap() {}

    /**
     * What the image builder would refuse, or freeze with a value of the machine that builds.
     *
     * @param packages whose classes are initialised, with the packages below them
     * @return a line for each, with the way to it from a static field; empty when there is none
     */
    public static List<String> faults(String... packages) {
        return faults(false, packages);
    }

    static List<String> faults(boolean withTests, String... packages) {
        List<String> said = run(withTests, List.of(packages));
        if (said.isEmpty() || !said.get(said.size() - 1).equals("done")) {
            throw new IllegalStateException("the scan broke off: " + said);
        }
        if (said.contains("initialised 0")) {
            throw new IllegalStateException("no classes in " + List.of(packages));
        }
        return said.stream()
                .filter(line -> line.startsWith(FAULT))
                .map(line -> line.substring(FAULT.length()))
                .toList();
    }

    private static List<String> run(boolean withTests, List<String> packages) {
        try {
            Path folder = Files.createTempDirectory(Refusal.PLANTED);
            Path answer = folder.resolve("answer.txt");
            ProcessBuilder builder = new ProcessBuilder(command(withTests, packages, folder))
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile());
            builder.environment().putAll(Map.of("HOSTNAME", Refusal.PLANTED, "HOME", "/" + Refusal.PLANTED));
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the scan takes too long");
            }
            List<String> said = Files.readAllLines(answer, StandardCharsets.UTF_8);
            Files.delete(answer);
            Files.deleteIfExists(folder);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(boolean withTests, List<String> packages, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        // It lives for a moment: nothing would be gained by better code.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-D" + HeapScan.WITH_TESTS + "=" + withTests);
        // As in a service and in the image builder.
        if (ClassPath.classFile("org.jboss.logmanager.LogManager") != null) {
            command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        }
        // Everything that a static initialiser could have taken from the machine is given a name by which it is known
        // again.
        command.add("-Duser.timezone=" + Refusal.PLANTED_ZONE);
        command.add("-Duser.home=" + folder);
        command.add("-Duser.name=" + Refusal.PLANTED);
        command.add("-Djava.io.tmpdir=" + folder);
        Object.class.getModule().getPackages().stream()
                .sorted()
                .forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(HeapScan.class.getName());
        command.addAll(packages);
        return command;
    }
}
