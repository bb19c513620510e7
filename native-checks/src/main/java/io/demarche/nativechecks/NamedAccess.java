package io.demarche.nativechecks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where code reaches a class, a member or a file by its name, or makes an object of a class that it is given: what is
 * reached like that is in an executable only when it was registered.
 */
public final class NamedAccess {
    private static final Pattern CALLS = Pattern.compile("java\\.lang\\.Class\\."
            + "(forName|newInstance|getResource\\w*|getDeclared(Field|Method|Constructor)s?|get(Field|Method|Constructor)s?"
            + "|getRecordComponents|getDeclaredClasses|getPermittedSubclasses)"
            + "|java\\.lang\\.ClassLoader\\.(loadClass|getResource\\w*|resources|getSystemResource\\w*)"
            + "|java\\.lang\\.Module\\.getResource\\w*"
            + "|java\\.lang\\.reflect\\.(Constructor\\.newInstance|Method\\.invoke|Proxy\\.newProxyInstance|Array\\.newInstance)"
            + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.(find|unreflect)\\w*"
            + "|java\\.util\\.(ServiceLoader\\.load\\w*|ResourceBundle\\.getBundle)"
            + "|java\\.util\\.concurrent\\.atomic\\.Atomic\\w+FieldUpdater\\.newUpdater"
            + "|java\\.io\\.ObjectInputStream\\..*");

    private NamedAccess() {}

    /**
     * All such places.
     *
     * @param packages whose classes are looked at, with the packages below them
     * @return {@code <class>.<method> -> <class>.<method>} for each, with simple names; sorted
     */
    public static List<String> in(String... packages) {
        return in(ClassPath.withoutTests(), packages);
    }

    static List<String> in(ClassPath classPath, String... packages) {
        TreeSet<String> found = new TreeSet<>();
        ClassPath.readEach(classPath.someClasses(packages), (name, file) -> Code.calls(file)
                .forEach((method, calls) -> add(method, calls, found)));
        return new ArrayList<>(found);
    }

    private static void add(Code.Method method, Code.Calls calls, TreeSet<String> found) {
        Stream.concat(calls.direct().stream(), calls.handed().stream())
                .filter(called -> CALLS.matcher(called.shortly()).matches())
                .forEach(called -> found.add(brief(method) + " -> " + brief(called)));
    }

    private static String brief(Code.Method method) {
        String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
        // A lambda's name holds a number that changes with its neighbours.
        return owner + "." + method.name().replaceAll("^lambda\\$(\\w+)\\$\\d+$", "$1");
    }
}
