package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where in an article a reader is: under which heading, and under which headings that one stands. */
final class Outline {

    private static final int LEVELS = 6;

    private final Map<String, Integer> numbers = new HashMap<>();
    private List<Integer> place = List.of();

    /**
     * Passes a heading.
     *
     * @param tag {@code h1} to {@code h6}
     * @param heading its folded text
     */
    void enter(String tag, String heading) {
        int level = Math.min(LEVELS, Math.max(1, tag.charAt(tag.length() - 1) - '0'));
        List<Integer> next = new ArrayList<>(place.subList(0, Math.min(level - 1, place.size())));
        while (next.size() < level - 1) {
            next.add(-1);
        }
        next.add(numbers.computeIfAbsent(heading, unseen -> numbers.size()));
        place = List.copyOf(next);
    }

    /** The place, equal for equal headings under equal headings. */
    List<Integer> place() {
        return place;
    }
}
