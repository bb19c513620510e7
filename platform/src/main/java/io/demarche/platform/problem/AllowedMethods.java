package io.demarche.platform.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which methods a path offers: what a 405 has to say, and the framework does not. Reads the resources' annotations: in a
 * native executable they must be registered for reflection.
 */
@Singleton
public final class AllowedMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private static final String ANYTHING = "[^/]+";

    private final BeanManager beans;
    private volatile Map<Pattern, Set<String>> byPath = Map.of();

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /** The methods of a path, in the order of their names; empty for a path that is none. */
    Set<String> at(String path) {
        if (byPath.isEmpty()) {
            byPath = read();
        }
        List<Pattern> fitting = byPath.keySet().stream()
                .filter(pattern -> pattern.matcher(path).matches())
                .toList();
        // A path that is spelled out goes before one with a parameter in its place.
        boolean spelledOut = fitting.stream().anyMatch(pattern -> !isOpen(pattern));
        Set<String> methods = new TreeSet<>();
        fitting.stream()
                .filter(pattern -> !spelledOut || !isOpen(pattern))
                .forEach(pattern -> methods.addAll(byPath.get(pattern)));
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
            if (methods.contains(HttpMethod.GET)) {
                methods.add(HttpMethod.HEAD);
            }
        }
        return methods;
    }

    private static boolean isOpen(Pattern pattern) {
        return pattern.pattern().contains(ANYTHING);
    }

    private Map<Pattern, Set<String>> read() {
        Map<Pattern, Set<String>> found = new HashMap<>();
        Map<String, Set<String>> byTemplate = new HashMap<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).forEach(bean -> {
            Path base = bean.getBeanClass().getAnnotation(Path.class);
            if (base != null && !bean.getBeanClass().isInterface()) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    add(base.value(), method, byTemplate);
                }
            }
        });
        byTemplate.forEach((template, methods) -> found.put(pattern(template), methods));
        return Map.copyOf(found);
    }

    private static void add(String base, Method method, Map<String, Set<String>> byTemplate) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod named = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (named != null) {
                Path own = method.getAnnotation(Path.class);
                String template = base + "/" + (own == null ? "" : own.value());
                byTemplate.computeIfAbsent(template, unseen -> new HashSet<>()).add(named.value());
            }
        }
    }

    /** Slashes count once, and one at the end not at all. */
    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        for (String part : template.split("/")) {
            if (!part.isEmpty()) {
                pattern.append('/').append(PARAMETER.matcher(part).find() ? ANYTHING : Pattern.quote(part));
            }
        }
        return Pattern.compile(pattern + "/*");
    }
}
