package io.demarche.nativechecks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/**
 * When classes are initialised. Quarkus has everything initialised while the executable is built, except what
 * {@code --initialize-at-run-time} names: a package with those below it, or one class, without those nested in it.
 */
final class Initialisation {
    private static final String OPTION = "--initialize-at-run-time=";

    private final TreeSet<String> atRunTime = new TreeSet<>();

    private Initialisation() {}

    /** As the class path's files of options say. */
    static Initialisation of(ClassPath classPath) {
        Initialisation initialisation = new Initialisation();
        classPath
                .names(name -> name.startsWith("META-INF/native-image/") && name.endsWith("/native-image.properties"))
                .forEach(name -> ClassPath.read(name)
                        .forEach(file -> initialisation.add(new String(file, StandardCharsets.ISO_8859_1))));
        return initialisation;
    }

    static Initialisation of(String... options) {
        Initialisation initialisation = new Initialisation();
        for (String file : options) {
            initialisation.add(file);
        }
        return initialisation;
    }

    private void add(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String argument : properties.getProperty("Args", "").trim().split("\\s+")) {
            if (argument.startsWith(OPTION)) {
                atRunTime.addAll(
                        List.of(argument.substring(OPTION.length()).trim().split(",")));
            }
        }
    }

    /** Names of packages and classes. */
    List<String> atRunTime() {
        return List.copyOf(atRunTime);
    }

    /** Whether a class waits until the executable runs: it is named, or a type that it inherits from is. */
    boolean waits(Class<?> type) {
        List<Class<?>> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.remove(open.size() - 1);
            if (named(next.getName())) {
                return true;
            }
            if (next.getSuperclass() != null) {
                open.add(next.getSuperclass());
            }
        }
        return false;
    }

    /** Whether a class is named, by itself or by a package above it. */
    boolean named(String name) {
        String part = name;
        while (!part.isEmpty()) {
            if (atRunTime.contains(part)) {
                return true;
            }
            part = part.substring(0, Math.max(0, part.lastIndexOf('.')));
        }
        return false;
    }
}
