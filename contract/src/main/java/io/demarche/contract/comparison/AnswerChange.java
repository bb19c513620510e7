package io.demarche.contract.comparison;

import io.demarche.contract.document.SchemaView;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was promised and is not kept any more. */
final class AnswerChange {

    private static final int DEEPEST = 20;

    private final List<String> breaks;

    AnswerChange(List<String> breaks) {
        this.breaks = breaks;
    }

    void compare(String at, SchemaView old, SchemaView now) {
        compare(at, old, now, 0);
    }

    private void compare(String at, SchemaView old, SchemaView now, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (!Types.covers(old.types(), now.types())) {
            breaks.add(at + " is " + now.types() + " and was " + old.types());
        }
        if (now.nullable() && !old.nullable()) {
            breaks.add(at + " may be null now");
        }
        Set<String> unheard = new TreeSet<>(now.values());
        unheard.removeAll(old.values());
        if (!old.values().isEmpty() && (now.values().isEmpty() || !unheard.isEmpty())) {
            breaks.add(at + " may be " + (unheard.isEmpty() ? "anything" : unheard) + " now");
        }
        if (!old.format().isEmpty() && !old.format().equals(now.format()) && !Types.wider(old.format(), now.format())) {
            breaks.add(at + " has not the format " + old.format() + " any more");
        }
        old.properties().forEach((name, property) -> {
            SchemaView same = now.properties().get(name);
            if (same == null) {
                breaks.add(at + "." + name + " is gone");
            } else {
                compare(at + "." + name, property, same, depth + 1);
            }
        });
        Set<String> lost = new TreeSet<>(old.required());
        lost.removeAll(now.required());
        lost.retainAll(now.properties().keySet());
        lost.forEach(name -> breaks.add(at + "." + name + " may be left out now"));
        if (old.hasInner() && now.hasInner()) {
            compare(at + "[]", old.inner(), now.inner(), depth + 1);
        }
    }
}
