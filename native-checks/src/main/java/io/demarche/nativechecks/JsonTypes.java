package io.demarche.nativechecks;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Types of ours that Jackson reads and writes. Quarkus registers by itself those that it sees in the signatures of
 * resources and REST clients; those that our code hands to Jackson itself have to be there too, or be annotated.
 */
public final class JsonTypes {
    private static final String OURS = "io.demarche.";
    private static final Pattern JACKSON = Pattern.compile(
            "com\\.fasterxml\\.jackson\\.databind\\.(ObjectMapper|ObjectReader|ObjectWriter|json\\.JsonMapper"
                    + "|dataformat\\..*)\\.(readValues?|readerFor|readerForListOf|forType|writerFor|convertValue|treeToValue"
                    + "|writeValue\\w*|valueToTree|schemaFor)");
    private static final String REFERENCE = "com.fasterxml.jackson.core.type.TypeReference";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String REGISTERED = "io.quarkus.runtime.annotations.RegisterForReflection";

    private final Set<Class<?>> byHand = new HashSet<>();
    private final Set<Class<?>> registered = new HashSet<>();

    private JsonTypes() {}

    /**
     * Types that Jackson is handed in code and that nothing registers, with what they are made of.
     *
     * @param packages whose classes are looked at, with the packages below them
     * @return their names, sorted; empty when there is none
     */
    public static List<String> unregistered(String... packages) {
        return unregistered(ClassPath.withoutTests(), packages);
    }

    static List<String> unregistered(ClassPath classPath, String... packages) {
        JsonTypes types = new JsonTypes();
        List<String> classes = classPath.someClasses(packages);
        classPath.classes(List.of(OURS.substring(0, OURS.length() - 1))).forEach(types::readRegistrations);
        classes.forEach(types::readUses);
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : types.byHand) {
            if (!types.registered.contains(type)) {
                missing.add(type.getName());
            }
        }
        return new ArrayList<>(missing);
    }

    private void readUses(String name) {
        byte[] file = ClassPath.classFile(name);
        Class<?> type = load(name);
        if (file == null || type == null) {
            return;
        }
        Code.calls(file).values().stream()
                .filter(calls -> calls.direct().stream()
                        .anyMatch(called -> JACKSON.matcher(called.shortly()).matches()))
                .flatMap(calls -> calls.classes().stream())
                .map(JsonTypes::load)
                .filter(Objects::nonNull)
                .forEach(used -> collect(used, byHand));
        if (type.getSuperclass() != null && type.getSuperclass().getName().equals(REFERENCE)) {
            collect(type.getGenericSuperclass(), byHand);
        }
    }

    private void readRegistrations(String name) {
        Class<?> type = load(name);
        if (type == null) {
            return;
        }
        for (Annotation annotation : type.getAnnotations()) {
            if (annotation.annotationType().getName().equals(PATH)) {
                for (Method method : type.getDeclaredMethods()) {
                    collect(method.getGenericReturnType(), registered);
                    for (Type parameter : method.getGenericParameterTypes()) {
                        collect(parameter, registered);
                    }
                }
            } else if (annotation.annotationType().getName().equals(REGISTERED)) {
                register(type, annotation);
            }
        }
    }

    private void register(Class<?> type, Annotation annotation) {
        Collection<Class<?>> targets = new ArrayList<>(Arrays.asList((Class<?>[]) value(annotation, "targets")));
        Arrays.stream((String[]) value(annotation, "classNames"))
                .map(JsonTypes::load)
                .forEach(named -> {
                    if (named == null) {
                        throw new IllegalStateException(
                                type.getName() + " registers a class that is not there: " + annotation);
                    }
                    targets.add(named);
                });
        if (targets.isEmpty()) {
            targets.add(type);
        }
        for (Class<?> target : targets) {
            registered.add(target);
            if ((boolean) value(annotation, "registerFullHierarchy")) {
                collect(target, registered);
            } else if (!(boolean) value(annotation, "ignoreNested")) {
                registered.addAll(List.of(target.getDeclaredClasses()));
            }
        }
    }

    private static Object value(Annotation annotation, String name) {
        try {
            return annotation.annotationType().getMethod(name).invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(annotation.toString(), e);
        }
    }

    /** A type of ours, and those of ours that it is made of. */
    private static void collect(Type start, Set<Class<?>> found) {
        Deque<Type> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Type next = open.remove();
            if (next instanceof ParameterizedType parameterized) {
                open.addAll(List.of(parameterized.getActualTypeArguments()));
                open.add(parameterized.getRawType());
            } else if (next instanceof WildcardType wildcard) {
                open.addAll(List.of(wildcard.getUpperBounds()));
            } else if (next instanceof Class<?> type && type.isArray()) {
                open.add(type.getComponentType());
            } else if (next instanceof Class<?> type && type.getName().startsWith(OURS) && found.add(type)) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && !type.isEnum()) {
                        open.add(field.getGenericType());
                    }
                }
            }
        }
    }

    private static @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, JsonTypes.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }
}
