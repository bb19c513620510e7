package io.demarche.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Adds stances up to a table of who stands where. */
final class Ledger {
    private static final int NAME_WIDTH = 26;
    private static final int QUOTE_WIDTH = 64;

    private final Map<String, Entry> entries = new TreeMap<>();

    private static final class Entry {
        private final String holder;
        private final String target;
        private int support;
        private int oppose;
        private int other;
        private double best = -1;
        private String words = "";

        Entry(String holder, String target) {
            this.holder = holder;
            this.target = target;
        }

        int count() {
            return support + oppose + other;
        }

        String label() {
            if (support > 0 && oppose > 0) {
                return "mixed";
            }
            return support > 0 ? "for" : oppose > 0 ? "against" : "neutral";
        }
    }

    /** Adds the stances of one article, as the API gives them. */
    void add(JsonNode stances) {
        for (JsonNode stance : stances) {
            String holder = stance.path("holder").path("name").asText();
            String target = stance.path("target").path("name").asText();
            Entry entry = entries.computeIfAbsent(holder + "\n" + target, key -> new Entry(holder, target));
            switch (stance.path("polarity").asText()) {
                case "SUPPORT" -> entry.support++;
                case "OPPOSE" -> entry.oppose++;
                default -> entry.other++;
            }
            double confidence = stance.path("confidence").asDouble();
            if (confidence > entry.best) {
                entry.best = confidence;
                entry.words = stance.path("evidence")
                        .path("sentence")
                        .path("text")
                        .asText()
                        .replaceAll("\\s+", " ");
            }
        }
    }

    /** The table's lines: those said most often and most surely first. */
    List<String> table(int most) {
        List<Entry> sorted = new ArrayList<>(entries.values());
        sorted.sort(Comparator.comparingInt((Entry entry) -> -entry.count())
                .thenComparingDouble(entry -> -entry.best)
                .thenComparing(entry -> entry.holder)
                .thenComparing(entry -> entry.target));
        List<String> lines = new ArrayList<>();
        lines.add(line("WHO", "STANDS", "WHERE", "SAID", "IN THE WORDS"));
        for (Entry entry : sorted.subList(0, Math.min(most, sorted.size()))) {
            lines.add(line(
                    entry.holder,
                    entry.label(),
                    entry.target,
                    entry.count() + "×",
                    "“" + cut(entry.words, QUOTE_WIDTH) + "”"));
        }
        return lines;
    }

    /** Number of pairs of holder and target. */
    int size() {
        return entries.size();
    }

    private static String line(String holder, String label, String target, String count, String words) {
        return String.format(
                Locale.ROOT, "  %s  %-8s %s  %-5s %s", padded(holder), label, padded(target), count, words);
    }

    private static String padded(String name) {
        String cut = cut(name, NAME_WIDTH);
        return cut + " ".repeat(NAME_WIDTH - cut.codePointCount(0, cut.length()));
    }

    private static String cut(String text, int width) {
        return text.codePointCount(0, text.length()) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, width - 1)).stripTrailing() + "…";
    }
}
