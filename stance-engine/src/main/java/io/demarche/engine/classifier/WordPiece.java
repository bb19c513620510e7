package io.demarche.engine.classifier;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * BERT's uncased tokenizer: text to word pieces with their places. Lower-cases, drops accents and control characters,
 * parts at blanks, marks and ideographs, then takes the longest known piece from the left.
 */
final class WordPiece {
    /** A word of more characters is not looked up, as in the original. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> ids;
    private final int unknown;
    private final int first;
    private final int last;
    private final int longestPiece;

    WordPiece(List<String> vocabulary) {
        this.ids = new HashMap<>(vocabulary.size() * 2);
        int longest = 1;
        for (int id = 0; id < vocabulary.size(); id++) {
            ids.put(vocabulary.get(id), id);
            longest = Math.max(longest, vocabulary.get(id).length());
        }
        this.longestPiece = longest;
        this.unknown = id("[UNK]");
        this.first = id("[CLS]");
        this.last = id("[SEP]");
    }

    private int id(String piece) {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + piece);
        }
        return id;
    }

    /**
     * Pieces of a text, with the marks of its beginning and end.
     *
     * @param ids of the pieces
     * @param starts where each begins in the text; −1 for the marks
     * @param ends offset after each
     */
    record Pieces(long[] ids, int[] starts, int[] ends) {
        int size() {
            return ids.length;
        }
    }

    /** The pieces of a text, cut after {@code longest}. */
    Pieces of(String text, int longest) {
        Collected pieces = new Collected(longest);
        pieces.add(first, -1, -1);
        StringBuilder word = new StringBuilder();
        List<int[]> places = new ArrayList<>();
        for (int at = 0; at < text.length() && !pieces.full(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (blank(point)) {
                flush(word, places, pieces);
            } else if (!dropped(point)) {
                if (mark(point) || ideograph(point)) {
                    flush(word, places, pieces);
                    append(point, at, next, word, places);
                    flush(word, places, pieces);
                } else {
                    append(point, at, next, word, places);
                }
            }
            at = next;
        }
        flush(word, places, pieces);
        pieces.close(last);
        return pieces.done();
    }

    /** Lower case without accents: a character may become several or none. */
    private static void append(int point, int at, int next, StringBuilder word, List<int[]> places) {
        int[] place = {at, next};
        if (point < 128) {
            word.append((char) Character.toLowerCase(point));
            places.add(place);
            return;
        }
        String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
        plain.codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(part -> {
                    String lower = Character.toString(part).toLowerCase(java.util.Locale.ROOT);
                    lower.codePoints().forEach(unit -> {
                        word.appendCodePoint(unit);
                        for (int i = 0; i < Character.charCount(unit); i++) {
                            places.add(place);
                        }
                    });
                });
    }

    private void flush(StringBuilder word, List<int[]> places, Collected pieces) {
        if (word.isEmpty()) {
            return;
        }
        int length = word.length();
        int before = pieces.size();
        boolean known = word.codePointCount(0, length) <= LONGEST_WORD;
        for (int from = 0; known && from < length; ) {
            int to = Math.min(length, from + longestPiece);
            Integer id = null;
            while (to > from && id == null) {
                String piece = word.substring(from, to);
                id = ids.get(from == 0 ? piece : "##" + piece);
                to -= id == null ? 1 : 0;
            }
            if (id == null) {
                known = false;
            } else {
                pieces.add(id, places.get(from)[0], places.get(to - 1)[1]);
                from = to;
            }
        }
        if (!known) {
            pieces.cut(before);
            pieces.add(unknown, places.get(0)[0], places.get(length - 1)[1]);
        }
        word.setLength(0);
        places.clear();
    }

    private static boolean blank(int point) {
        return point == ' ' || point == '\t' || point == '\n' || point == '\r' || Character.isSpaceChar(point);
    }

    private static boolean dropped(int point) {
        int type = Character.getType(point);
        return point == 0
                || point == 0xFFFD
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE;
    }

    private static boolean mark(int point) {
        if (point < 128) {
            return point > 32 && point < 127 && !Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean ideograph(int point) {
        return point >= 0x4E00 && point <= 0x9FFF
                || point >= 0x3400 && point <= 0x4DBF
                || point >= 0x20000 && point <= 0x2CEAF
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0x2F800 && point <= 0x2FA1F;
    }

    /** Pieces as they come, up to a limit that leaves room for the mark of the end. */
    private static final class Collected {
        private final long[] ids;
        private final int[] starts;
        private final int[] ends;
        private int size;

        Collected(int longest) {
            ids = new long[longest];
            starts = new int[longest];
            ends = new int[longest];
        }

        int size() {
            return size;
        }

        boolean full() {
            return size >= ids.length - 1;
        }

        void add(int id, int start, int end) {
            if (!full()) {
                put(id, start, end);
            }
        }

        void cut(int to) {
            size = Math.min(size, to);
        }

        void close(int id) {
            put(id, -1, -1);
        }

        private void put(int id, int start, int end) {
            ids[size] = id;
            starts[size] = start;
            ends[size] = end;
            size++;
        }

        Pieces done() {
            return new Pieces(
                    java.util.Arrays.copyOf(ids, size),
                    java.util.Arrays.copyOf(starts, size),
                    java.util.Arrays.copyOf(ends, size));
        }
    }
}
