package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its words whether a line is debris. The phrases are data ({@code debris.tsv}); only short lines are looked
 * at, so that a sentence about a newsletter stays.
 */
final class DebrisRules {

    /** Lines longer than this (UTF-16 units) are prose, whatever they begin with. */
    static final int MAX_LINE = 240;

    /** Notes below a text are longer, but no longer than this. */
    private static final int MAX_END = 700;

    /** Beginnings say less than whole lines: they count up to this length (folded). */
    private static final int MAX_PREFIXED = 140;

    private record Prefix(String text, DropReason reason) {}

    private record Shape(Pattern pattern, DropReason reason) {}

    private final Map<String, DropReason> lines = new HashMap<>();
    private final Map<String, DropReason> sections = new HashMap<>();
    private final Map<String, List<Prefix>> prefixes = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Shape> ends = new ArrayList<>();
    private final List<Shape> walls = new ArrayList<>();

    DebrisRules() {
        for (String[] row : DataFile.rows("debris.tsv", 3)) {
            DropReason reason = DropReason.valueOf(row[0]);
            switch (row[1]) {
                case "line" -> lines.put(Characters.fold(row[2]), reason);
                case "section" -> sections.put(Characters.fold(row[2]), reason);
                case "prefix" -> {
                    String text = Characters.fold(row[2]);
                    prefixes.computeIfAbsent(firstWord(text), k -> new ArrayList<>())
                            .add(new Prefix(text, reason));
                }
                case "wall" -> walls.add(new Shape(Pattern.compile(row[2]), reason));
                case "end" -> ends.add(new Shape(Pattern.compile(row[2]), reason));
                case "shape" -> shapes.add(new Shape(Pattern.compile(row[2]), reason));
                default -> throw new IllegalStateException("debris.tsv: unknown kind " + row[1]);
            }
        }
    }

    /**
     * Judges one line.
     *
     * @param line a line or paragraph on one line
     * @return why it is debris, or null when it may be part of the article
     */
    @Nullable
    DropReason judge(String line) {
        if (line.length() > MAX_LINE) {
            return null;
        }
        String folded = Characters.fold(line);
        if (folded.isEmpty()) {
            return DropReason.NAVIGATION;
        }
        DropReason reason = lines.get(folded);
        if (reason == null) {
            reason = sections.get(folded);
        }
        if (reason == null) {
            reason = byPrefix(folded);
        }
        if (reason == null) {
            reason = first(shapes, withoutSymbols(line));
        }
        if (reason == null) {
            reason = first(walls, line);
        }
        return reason;
    }

    /**
     * Tells whether a line opens a list of debris, such as "Related stories".
     *
     * @param line a line on its own
     * @return what the lines below it are, or null when it opens nothing
     */
    @Nullable
    DropReason opens(String line) {
        return line.length() > MAX_LINE ? null : sections.get(Characters.fold(line));
    }

    /**
     * Judges a paragraph that ends a text, where what would pass for prose elsewhere is a note.
     *
     * @param paragraph a paragraph below which nothing is kept
     * @return why it is debris, or null when it is the article's last one
     */
    @Nullable
    DropReason ends(String paragraph) {
        return paragraph.length() > MAX_END ? null : first(ends, paragraph);
    }

    /** Whether a line says that the rest of the article is to be had for money or for an account. */
    boolean sellsTheRest(String line) {
        return line.length() <= MAX_LINE && first(walls, line) != null;
    }

    private @Nullable DropReason byPrefix(String folded) {
        if (folded.length() > MAX_PREFIXED) {
            return null;
        }
        for (Prefix prefix : prefixes.getOrDefault(firstWord(folded), List.of())) {
            if (folded.startsWith(prefix.text)
                    && (folded.length() == prefix.text.length() || folded.charAt(prefix.text.length()) == ' ')) {
                return prefix.reason;
            }
        }
        return null;
    }

    private static @Nullable DropReason first(List<Shape> shapes, String line) {
        for (Shape shape : shapes) {
            if (shape.pattern.matcher(line).find()) {
                return shape.reason;
            }
        }
        return null;
    }

    /** Pages decorate their furniture with pictograms, which no rule wants to know. */
    private static String withoutSymbols(String line) {
        StringBuilder out = new StringBuilder(line.length());
        line.codePoints()
                .filter(c -> c < 0x2190 || c >= 0x3000 && c < 0xE000 || Character.isLetterOrDigit(c))
                .filter(c -> c < 0xFE00 || c > 0xFE0F)
                .forEach(out::appendCodePoint);
        return Characters.squeeze(out);
    }

    private static String firstWord(String folded) {
        int space = folded.indexOf(' ');
        return space < 0 ? folded : folded.substring(0, space);
    }
}
