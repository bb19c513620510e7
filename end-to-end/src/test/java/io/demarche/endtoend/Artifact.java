package io.demarche.endtoend;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What the build made of a service: a jar, or with {@code -Dnative} an executable.
 *
 * @param file the jar or the executable
 * @param executable whether it runs by itself
 */
record Artifact(Path file, boolean executable) {

    /** As the build of a module wrote down last. */
    static Artifact of(Path module) {
        Path target = module.resolve("target");
        Properties built = new Properties();
        try (Reader reader = Files.newBufferedReader(target.resolve("quarkus-artifact.properties"))) {
            built.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    module + " is not built: run mvn verify from the top, or package the services first", e);
        }
        return new Artifact(
                target.resolve(built.getProperty("path")),
                built.getProperty("type").equals("native"));
    }

    /** What starts it with options, which both kinds take in the same form, but for those that tune a virtual machine. */
    List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        if (executable) {
            command.add(file.toString());
            options.stream().filter(option -> !option.startsWith("-XX:")).forEach(command::add);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.add("-jar");
            command.add(file.toString());
        }
        return command;
    }
}
