package io.demarche.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into words and marks in one pass.
 *
 * <p>The conventions are those that the tagger was trained with: hyphens stand alone, {@code 's} and {@code n't} are words
 * of their own, and the full stops of {@code U.S.} or {@code Mr.} belong to the word.
 */
public final class Tokenizer {
    private static final List<String> ABBREVIATIONS = List.of(
            "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "prof", "st", "no", "jr", "sr",
            "vs", "adm", "capt", "maj", "rev", "hon", "amb", "dept", "jan", "feb", "aug", "sept", "oct", "nov", "dec");

    private Tokenizer() {}

    /** A stretch of text that is a word or a mark. */
    public record Piece(int start, int end, String text) {}

    /** The pieces between two offsets. */
    public static List<Piece> pieces(CharSequence text, int from, int to) {
        return pieces(text, from, to, Integer.MAX_VALUE);
    }

    /** The first pieces between two offsets: at least {@code enough} of them, where there are so many. */
    static List<Piece> pieces(CharSequence text, int from, int to, int enough) {
        List<Piece> found = new ArrayList<>(Math.min(enough, (to - from) / 5) + 4);
        int at = from;
        while (at < to && found.size() < enough) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (isWord(c)) {
                at = word(text, at, to, found);
            } else if (isApostrophe(c) && suffixLength(text, at, to) > 0 && at > from && isWord(text.charAt(at - 1))) {
                int length = suffixLength(text, at, to);
                add(found, text, at, at + length);
                at += length;
            } else {
                int end = at + (Character.isHighSurrogate(c) && at + 1 < to ? 2 : 1);
                add(found, text, at, end);
                at = end;
            }
        }
        return found;
    }

    /** The words of a name or a term, as the tokenizer would find them in a text. */
    public static List<String> words(String phrase) {
        return pieces(phrase, 0, phrase.length()).stream().map(Piece::text).toList();
    }

    private static int word(CharSequence text, int start, int to, List<Piece> found) {
        int end = start;
        boolean number = Character.isDigit(text.charAt(start));
        while (end < to) {
            char c = text.charAt(end);
            boolean inNumber =
                    number && (c == ',' || c == '.') && end + 1 < to && Character.isDigit(text.charAt(end + 1));
            if (!isWord(c) && !inNumber) {
                break;
            }
            end++;
        }
        if (end < to && text.charAt(end) == '.') {
            end = withFullStops(text, start, end, to);
        }
        int negation = end - 1;
        boolean contracted = end + 1 < to
                && isApostrophe(text.charAt(end))
                && Character.toLowerCase(text.charAt(end + 1)) == 't'
                && Character.toLowerCase(text.charAt(negation)) == 'n'
                && (end + 2 >= to || !isWord(text.charAt(end + 2)));
        if (contracted && negation > start) {
            add(found, text, start, negation);
            add(found, text, negation, end + 2);
            return end + 2;
        }
        add(found, text, start, end);
        return end;
    }

    /** Takes the full stops of {@code U.S.}, {@code a.m.} and {@code Mr.} into the word. */
    private static int withFullStops(CharSequence text, int start, int end, int to) {
        if (end - start == 1 && Character.isLetter(text.charAt(start))) {
            int at = end;
            while (at + 1 < to
                    && text.charAt(at) == '.'
                    && Character.isLetter(text.charAt(at + 1))
                    && (at + 2 >= to || !isWord(text.charAt(at + 2)))) {
                at += 2;
            }
            boolean initials = at > end || Character.isUpperCase(text.charAt(start));
            return initials && at < to && text.charAt(at) == '.' ? at + 1 : at;
        }
        String word = text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
        boolean followed = end + 1 < to && isSpace(text.charAt(end + 1));
        return followed && ABBREVIATIONS.contains(word) && !word.equals("no") ? end + 1 : end;
    }

    private static int suffixLength(CharSequence text, int at, int to) {
        int end = at + 1;
        while (end < to && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String suffix = text.subSequence(at + 1, end).toString().toLowerCase(Locale.ROOT);
        return switch (suffix) {
            case "s", "ll", "re", "ve", "d", "m" -> end - at;
            default -> 0;
        };
    }

    private static void add(List<Piece> found, CharSequence text, int start, int end) {
        String piece = text.subSequence(start, end).toString();
        found.add(new Piece(start, end, piece.indexOf('’') < 0 ? piece : piece.replace('’', '\'')));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || c == '\u00a0'
                || c == '\u200b'
                || c == '\ufeff'
                || Character.isISOControl(c);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }
}
