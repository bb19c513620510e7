package io.demarche.nativechecks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What static initialisers ask the machine that builds; in an executable the answer would stay as it was there. */
public final class StaticInitialisers {
    private static final String NAME = "<clinit>";

    /** Class and method; a clock by itself is no answer. */
    private static final Pattern QUESTIONS = Pattern.compile(
            "java\\.lang\\.System\\.(nanoTime|currentTimeMillis|getenv|getProperty|getProperties|in|console)"
                    + "|java\\.time\\.[A-Za-z]+\\.now"
                    + "|java\\.time\\.Clock\\.(systemDefaultZone|instant|millis)"
                    + "|java\\.time\\.ZoneId\\.systemDefault"
                    + "|java\\.util\\.(TimeZone|Locale)\\.getDefault"
                    + "|java\\.nio\\.charset\\.Charset\\.defaultCharset"
                    + "|java\\.lang\\.Runtime\\.(availableProcessors|maxMemory|totalMemory|freeMemory|addShutdownHook)"
                    + "|java\\.net\\.(InetAddress|NetworkInterface)\\..*"
                    + "|java\\.util\\.(UUID\\.randomUUID|Date\\.<init>|Random\\.<init>|SplittableRandom\\.<init>)"
                    + "|java\\.security\\.SecureRandom\\..*"
                    + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
                    + "|java\\.util\\.random\\.RandomGenerator\\..*"
                    + "|java\\.lang\\.Math\\.random"
                    + "|java\\.lang\\.(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)"
                    + "|java\\.lang\\.(ProcessHandle|ProcessBuilder)\\..*"
                    + "|java\\.lang\\.Thread\\.(start|<init>)"
                    + "|java\\.util\\.concurrent\\.Executors\\..*"
                    + "|java\\.lang\\.management\\..*"
                    + "|java\\.nio\\.file\\.Files\\..*"
                    + "|org\\.eclipse\\.microprofile\\.config\\.ConfigProvider\\.getConfig");

    private StaticInitialisers() {}

    /**
     * Questions that static initialisers ask, by themselves or through what they call in the same packages.
     *
     * @param packages whose classes are looked at, with the packages below them
     * @return a line for each; empty when there is none
     */
    public static List<String> faults(String... packages) {
        return faults(ClassPath.withoutTests(), packages);
    }

    static List<String> faults(ClassPath classPath, String... packages) {
        Initialisation initialisation = Initialisation.of(classPath);
        Map<Code.Method, Code.Calls> all = new HashMap<>();
        ClassPath.readEach(classPath.classes(List.of(packages)), (name, file) -> all.putAll(Code.calls(file)));
        List<String> faults = new ArrayList<>();
        all.keySet().stream()
                .filter(method -> method.name().equals(NAME) && !initialisation.named(method.owner()))
                .map(method -> faults(method, all))
                .forEach(faults::addAll);
        return faults.stream().sorted().toList();
    }

    private static List<String> faults(Code.Method initialiser, Map<Code.Method, Code.Calls> all) {
        List<String> faults = new ArrayList<>();
        Set<Code.Method> seen = new HashSet<>();
        Deque<Code.Method> open = new ArrayDeque<>(List.of(initialiser));
        while (!open.isEmpty()) {
            Code.Method next = open.remove();
            Code.Calls calls = all.get(next);
            if (calls == null || !seen.add(next)) {
                continue;
            }
            for (Code.Method called : calls.direct()) {
                if (QUESTIONS.matcher(called.shortly()).matches()) {
                    faults.add(initialiser.owner() + " asks " + called.shortly() + " in " + next.shortly());
                }
                open.add(called);
            }
        }
        return faults;
    }
}
