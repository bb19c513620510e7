package io.demarche.nativechecks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What a service and its libraries consist of: this JVM's class path, as a rule without the classes of the tests. */
final class ClassPath {
    private static final String CLASS = ".class";
    private static final String TESTS = "test-classes";

    private final Collection<String> names = new TreeSet<>();

    private ClassPath(boolean withTests) {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (withTests || !path.endsWith(TESTS)) {
                collect(path);
            }
        }
    }

    static ClassPath withoutTests() {
        return new ClassPath(false);
    }

    static ClassPath withTests() {
        return new ClassPath(true);
    }

    /** Names of all classes in some packages and below, sorted. */
    List<String> classes(List<String> packages) {
        List<String> folders =
                packages.stream().map(name -> name.replace('.', '/') + "/").toList();
        return names(name -> name.endsWith(CLASS)
                        && !name.endsWith("-info.class")
                        && folders.stream().anyMatch(name::startsWith))
                .stream()
                .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                .toList();
    }

    /** The same of packages that must have some: a name that is wrong would find nothing to object to. */
    List<String> someClasses(String... packages) {
        List<String> classes = classes(List.of(packages));
        if (classes.isEmpty()) {
            throw new IllegalStateException("no classes in " + List.of(packages));
        }
        return classes;
    }

    /** Names of all files that suit, sorted; with slashes, without one in front. */
    List<String> names(Predicate<String> suits) {
        return names.stream().filter(suits).toList();
    }

    /** What all files of this name hold; several archives may have one. */
    static List<byte[]> read(String name) {
        try {
            List<byte[]> found = new ArrayList<>();
            for (var url : Collections.list(ClassPath.class.getClassLoader().getResources(name))) {
                try (InputStream stream = url.openStream()) {
                    found.add(stream.readAllBytes());
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class file of a class, or null where there is none. */
    static byte @Nullable [] classFile(String name) {
        List<byte[]> found = read(name.replace('.', '/') + CLASS);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Gives each class that has a class file to a reader, with that file. */
    static void readEach(List<String> classes, BiConsumer<String, byte[]> reader) {
        for (String name : classes) {
            byte[] file = classFile(name);
            if (file != null) {
                reader.accept(name, file);
            }
        }
    }

    private void collect(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                try (Stream<Path> all = Files.walk(entry)) {
                    all.filter(Files::isRegularFile)
                            .map(file -> entry.relativize(file).toString().replace(File.separatorChar, '/'))
                            .forEach(names::add);
                }
            } else if (Files.isRegularFile(entry)
                    && Objects.toString(entry.getFileName()).endsWith(".jar")) {
                try (ZipFile archive = new ZipFile(entry.toFile())) {
                    archive.stream()
                            .filter(file -> !file.isDirectory())
                            .map(ZipEntry::getName)
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
