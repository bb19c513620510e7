package io.demarche.nativechecks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an executable is told to keep has to exist under the names it is told: the builder passes over a name that it does
 * not know, and the executable fails later.
 */
public final class Registrations {
    private static final String FOLDER = "META-INF/native-image/io.demarche/";
    private static final String INCLUDES = "quarkus.native.resources.includes";

    private static final List<String> PRIMITIVES =
            List.of("boolean", "byte", "char", "short", "int", "long", "float", "double");

    private final ClassPath classPath;
    private final List<String> faults = new ArrayList<>();

    private Registrations(ClassPath classPath) {
        this.classPath = classPath;
    }

    /**
     * Names in our own files under {@code META-INF/native-image}, and patterns there and in {@code application.properties},
     * that nothing on the class path has.
     *
     * @return a line for each; empty when there is none
     */
    public static List<String> faults() {
        return faults(ClassPath.withoutTests());
    }

    static List<String> faults(ClassPath classPath) {
        Registrations registrations = new Registrations(classPath);
        List<String> files = classPath.names(name -> name.startsWith(FOLDER));
        if (files.isEmpty()) {
            throw new IllegalStateException("nothing is registered in " + FOLDER);
        }
        for (String file : files) {
            ClassPath.read(file).forEach(content -> registrations.check(file, content));
        }
        ClassPath.read("application.properties").forEach(registrations::checkIncludes);
        return registrations.faults;
    }

    private void check(String file, byte[] content) {
        if (file.endsWith(".properties")) {
            Initialisation.of(new String(content, StandardCharsets.ISO_8859_1))
                    .atRunTime()
                    .forEach(name -> checkClassOrPackage(file, name));
            return;
        }
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        if (file.endsWith("/resource-config.json")) {
            json.path("resources").path("includes").forEach(include -> {
                String pattern = include.path("pattern").asText();
                checkMatches(file, pattern, Pattern.compile(pattern));
            });
        } else if (file.endsWith("/reflect-config.json") || file.endsWith("/jni-config.json")) {
            json.forEach(entry -> checkType(file, entry));
        } else {
            faults.add(file + " is not looked at by this test");
        }
    }

    private void checkClassOrPackage(String file, String name) {
        if (ClassPath.classFile(name) == null
                && classPath.classes(List.of(name)).isEmpty()) {
            faults.add(file + ": there is neither a class nor a package " + name);
        }
    }

    private void checkMatches(String file, String written, Pattern pattern) {
        if (classPath.names(name -> pattern.matcher(name).matches()).isEmpty()) {
            faults.add(file + ": nothing is named like " + written);
        }
    }

    private void checkType(String file, JsonNode entry) {
        String name = entry.path("name").asText();
        String element = name.replace("[]", "");
        if (PRIMITIVES.contains(element)) {
            return;
        }
        Class<?> type;
        try {
            type = Class.forName(element, false, Registrations.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            faults.add(file + ": there is no class " + name);
            return;
        }
        for (JsonNode method : entry.path("methods")) {
            String signature = method.path("name").asText() + types(method.path("parameterTypes"));
            Stream<Executable> all = Stream.concat(
                    Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()));
            if (all.map(Registrations::signature).noneMatch(signature::equals)) {
                faults.add(file + ": " + name + " has no " + signature);
            }
        }
        for (JsonNode field : entry.path("fields")) {
            if (Arrays.stream(type.getDeclaredFields())
                    .noneMatch(one -> one.getName().equals(field.path("name").asText()))) {
                faults.add(file + ": " + name + " has no field " + field.path("name"));
            }
        }
    }

    private static String types(JsonNode names) {
        List<String> types = new ArrayList<>();
        names.forEach(name -> types.add(name.asText()));
        return types.toString();
    }

    private static String signature(Executable executable) {
        boolean constructor = executable instanceof java.lang.reflect.Constructor<?>;
        return (constructor ? "<init>" : executable.getName())
                + Arrays.stream(executable.getParameterTypes())
                        .map(Class::getTypeName)
                        .toList();
    }

    private void checkIncludes(byte[] content) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String globs = properties.getProperty(INCLUDES, "");
        Arrays.stream(globs.split(","))
                .map(String::trim)
                .filter(glob -> !glob.isEmpty())
                .forEach(glob -> checkMatches(INCLUDES, glob, Pattern.compile(pattern(glob))));
    }

    /** As Quarkus understands a glob: one star stays in its folder. */
    private static String pattern(String glob) {
        return Arrays.stream(glob.split("(?<=\\*\\*)|(?=\\*\\*)"))
                .map(part -> part.equals("**")
                        ? ".*"
                        : Arrays.stream(part.split("(?<=\\*)|(?=\\*)"))
                                .map(piece -> piece.equals("*") ? "[^/]*" : Pattern.quote(piece))
                                .reduce("", String::concat))
                .reduce("", String::concat);
    }
}
