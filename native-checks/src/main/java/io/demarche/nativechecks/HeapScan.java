package io.demarche.nativechecks;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scan itself, as a program of its own: what other code has initialised in this JVM would spoil it. Initialises the
 * classes as the image builder does, looks whether one of them has drawn in a class that is to wait, and follows
 * everything that hangs on their static fields.
 */
final class HeapScan {
    /** System property: the classes of the tests are scanned too. */
    static final String WITH_TESTS = "demarche.native-checks.tests";

    /**
     * Types that are not looked into. Loggers are Quarkus's own affair; of classes, their loaders and what the JVM makes of
     * lambdas the image builder keeps its own picture.
     */
    private static final List<String> CLOSED = List.of(
            "java.lang.Class",
            "java.lang.ClassLoader",
            "java.lang.Module",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.reflect.AccessibleObject",
            "java.lang.invoke.MethodHandle",
            "java.lang.invoke.MethodType",
            "java.util.logging.Logger",
            "org.jboss.logging.Logger",
            "org.slf4j.Logger");

    private final ClassPath classPath;
    private final Initialisation initialisation;
    private final ClassLoader loader = HeapScan.class.getClassLoader();
    private final Map<Object, String> seen = new IdentityHashMap<>();
    private final Deque<Object> open = new ArrayDeque<>();
    private final Map<Class<?>, List<Field>> fields = new HashMap<>();
    private final Method waits;

    private HeapScan(ClassPath classPath) throws ReflectiveOperationException {
        this.classPath = classPath;
        initialisation = Initialisation.of(classPath);
        // Not sun.misc.Unsafe, which loses this method in later versions.
        Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
        waits = unsafe.getMethod("shouldBeInitialized", Class.class);
        waits.setAccessible(true);
    }

    public static void main(String[] packages) throws ReflectiveOperationException {
        new HeapScan(Boolean.getBoolean(WITH_TESTS) ? ClassPath.withTests() : ClassPath.withoutTests())
                .run(List.of(packages));
        System.out.println("done");
    }

    private void run(List<String> packages) throws ReflectiveOperationException {
        List<Class<?>> late = load(initialisation.atRunTime());
        List<Class<?>> early = new ArrayList<>();
        for (Class<?> type : load(packages)) {
            if (!initialisation.waits(type)) {
                initialise(type, late);
                early.add(type);
            }
        }
        System.out.println("initialised " + early.size());
        for (Class<?> type : early) {
            root(type);
        }
        while (!open.isEmpty()) {
            Object next = open.remove();
            follow(next, String.valueOf(seen.get(next)));
        }
        System.out.println("objects " + seen.size());
    }

    /** Classes in packages, and classes; without those whose own dependencies are not there. */
    private List<Class<?>> load(List<String> names) {
        List<String> all = new ArrayList<>(classPath.classes(names));
        names.stream().filter(name -> ClassPath.classFile(name) != null).forEach(all::add);
        List<Class<?>> loaded = new ArrayList<>();
        for (String name : all) {
            try {
                loaded.add(Class.forName(name, false, loader));
            } catch (ClassNotFoundException | LinkageError absent) {
                // Support for a library that this service has not: the image builder doesn't reach it either.
            }
        }
        return loaded;
    }

    private void initialise(Class<?> type, List<Class<?>> late) throws ReflectiveOperationException {
        try {
            Class.forName(type.getName(), true, loader);
        } catch (NoClassDefFoundError absent) {
            return;
        } catch (LinkageError failed) {
            System.out.println(
                    "fault " + type.getName() + " cannot be initialised: " + failed + ", " + failed.getCause());
        }
        for (int i = late.size() - 1; i >= 0; i--) {
            if (!(boolean) waits.invoke(unsafe(), late.get(i))) {
                System.out.println("fault " + type.getName() + " initialises "
                        + late.get(i).getName() + ", which has to wait until the executable runs");
                late.remove(i);
            }
        }
    }

    private static Object unsafe() throws ReflectiveOperationException {
        return Class.forName("jdk.internal.misc.Unsafe").getMethod("getUnsafe").invoke(null);
    }

    private void root(Class<?> type) throws IllegalAccessException {
        Field[] declared;
        try {
            declared = type.getDeclaredFields();
        } catch (LinkageError absent) {
            return;
        }
        for (Field field : declared) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                try {
                    meet(field.get(null), type.getName() + "." + field.getName());
                } catch (LinkageError absent) {
                    // Its class could not be initialised for want of an optional library.
                }
            }
        }
    }

    private void meet(@Nullable Object object, String path) {
        if (object == null || seen.containsKey(object)) {
            return;
        }
        String refusal = Refusal.of(object);
        if (refusal == null) {
            // What is refused is named for each way to it.
            seen.put(object, path);
        }
        if (refusal != null) {
            System.out.println("fault " + path + ": " + object.getClass().getName() + ", " + refusal);
        } else if (initialisation.waits(object.getClass())) {
            System.out.println("fault " + path + ": an object of "
                    + object.getClass().getName() + ", which has to wait until the executable runs");
        } else if (!closed(object)) {
            open.add(object);
        }
    }

    private void follow(Object object, String path) throws IllegalAccessException {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            if (!type.getComponentType().isPrimitive()) {
                for (int i = 0; i < Array.getLength(object); i++) {
                    meet(Array.get(object, i), path + "[" + i + "]");
                }
            }
            return;
        }
        for (Field field : fields.computeIfAbsent(type, HeapScan::references)) {
            meet(field.get(object), path + "." + field.getName());
        }
    }

    private static List<Field> references(Class<?> type) {
        List<Field> found = new ArrayList<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                // Of the JDK's modules only java.base is open; what the others keep is not of ours.
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && field.trySetAccessible()) {
                    found.add(field);
                }
            }
        }
        return found;
    }

    private static boolean closed(Object object) {
        if (object instanceof MethodHandle) {
            return true;
        }
        List<Class<?>> types = new ArrayList<>(List.of(object.getClass()));
        while (!types.isEmpty()) {
            Class<?> type = types.remove(types.size() - 1);
            if (CLOSED.contains(type.getName())) {
                return true;
            }
            if (type.getSuperclass() != null) {
                types.add(type.getSuperclass());
            }
            types.addAll(List.of(type.getInterfaces()));
        }
        return false;
    }
}
