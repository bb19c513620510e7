package io.demarche.contract.comparison;

import io.demarche.contract.document.SchemaView;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was let in and is not any more. */
final class RequestChange {

    private static final int DEEPEST = 20;

    private final List<String> breaks;

    RequestChange(List<String> breaks) {
        this.breaks = breaks;
    }

    void compare(String at, SchemaView old, SchemaView now) {
        compare(at, old, now, 0);
    }

    private void compare(String at, SchemaView old, SchemaView now, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (!Types.covers(now.types(), old.types())) {
            breaks.add(at + " takes " + now.types() + " and took " + old.types());
        }
        if (old.nullable() && !now.nullable()) {
            breaks.add(at + " takes no null any more");
        }
        Set<String> lost = new TreeSet<>(old.values());
        lost.removeAll(now.values());
        if (!now.values().isEmpty() && (old.values().isEmpty() || !lost.isEmpty())) {
            breaks.add(at + " takes no " + (lost.isEmpty() ? "other values" : lost) + " any more");
        }
        if (!now.format().isEmpty() && !now.format().equals(old.format()) && !Types.wider(old.format(), now.format())) {
            breaks.add(at + " demands the format " + now.format());
        }
        String pattern = now.node().path("pattern").asText();
        if (!pattern.isEmpty() && !pattern.equals(old.node().path("pattern").asText())) {
            breaks.add(at + " demands the pattern " + pattern);
        }
        for (String limit : List.of("maximum", "maxLength", "maxItems")) {
            limit(at, limit, old, now, 1);
        }
        for (String limit : List.of("minimum", "minLength", "minItems")) {
            limit(at, limit, old, now, -1);
        }
        compareFields(at, old, now, depth);
        if (old.hasInner() && now.hasInner()) {
            compare(at + "[]", old.inner(), now.inner(), depth + 1);
        }
    }

    private void limit(String at, String name, SchemaView old, SchemaView now, int sign) {
        double none = sign * Double.POSITIVE_INFINITY;
        double was = old.node().path(name).asDouble(none);
        double is = now.node().path(name).asDouble(none);
        if (sign * is < sign * was) {
            breaks.add(at + " has the " + name + " " + is);
        }
    }

    private void compareFields(String at, SchemaView old, SchemaView now, int depth) {
        old.properties().forEach((name, property) -> {
            SchemaView same = now.properties().get(name);
            if (same == null) {
                breaks.add(at + "." + name + " is gone");
            } else {
                compare(at + "." + name, property, same, depth + 1);
            }
        });
        Set<String> demanded = new TreeSet<>(now.required());
        demanded.removeAll(old.required());
        demanded.forEach(name -> breaks.add(at + "." + name + " is required now"));
    }
}
