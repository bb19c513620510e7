package io.demarche.ingest.extraction;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Character-level care that every accepted string gets: what PostgreSQL cannot store and no reader can see goes. */
public final class Characters {

    private Characters() {}

    /**
     * Removes control characters and invisible marks, turns every kind of line break into a line feed, and replaces
     * halves of surrogate pairs by U+FFFD.
     *
     * @param raw any string
     * @return a string that is well-formed Unicode without NUL
     */
    public static String clean(String raw) {
        int good = 0;
        while (good < raw.length() && isPlain(raw.charAt(good))) {
            good++;
        }
        return good == raw.length() ? raw : cleanAll(raw);
    }

    /** Whether a character stays as it is, whatever stands beside it. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F || c >= 0xA0 && !Character.isSurrogate(c) && c < '\u2028' && isVisible(c);
    }

    private static String cleanAll(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                if (i < raw.length() && raw.charAt(i) == '\n') {
                    i++;
                }
                out.append('\n');
            } else if (c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f' || c == '\u000B') {
                out.append('\n');
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.append('\uFFFD');
            } else if (isVisible(c)) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /**
     * Cleans a one-line value, such as a title.
     *
     * @param raw any string or null
     * @return the cleaned string on one line, or null when nothing is left
     */
    public static @Nullable String line(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String line = squeeze(clean(raw));
        return line.isEmpty() ? null : line;
    }

    /**
     * Makes every run of white space one space and trims.
     *
     * @param text any text
     * @return the text on one line
     */
    public static String squeeze(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = true;
            } else {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Folds a line for comparison: compatibility forms, lower case, nothing but letters and digits between single
     * spaces.
     *
     * @param line any line
     * @return what two spellings of one line have in common
     */
    public static String fold(String line) {
        String plain = Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.appendCodePoint(c);
            } else if (c != '\'' && c != '’') {
                gap = true;
            }
        }
        return out.toString();
    }

    /**
     * Cuts a string without splitting a surrogate pair.
     *
     * @param text any string
     * @param max the most UTF-16 units to keep
     * @return the string itself or its beginning
     */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    /**
     * Counts characters as the API counts them.
     *
     * @param text any string
     * @return the number of Unicode code points
     */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    static boolean isSpace(char c) {
        if (c < 0x7F) {
            return c <= ' ';
        }
        return c == '\u00A0' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isVisible(int c) {
        if (c < ' ') {
            return c == '\n' || c == '\t';
        }
        if (c >= 0x7F && c <= 0x9F || c == 0xAD || c == 0xFEFF || c == 0x200B || c == 0x2060) {
            return false;
        }
        // Marks of writing direction change how a line looks, and none of what it says.
        return !(c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F);
    }
}
