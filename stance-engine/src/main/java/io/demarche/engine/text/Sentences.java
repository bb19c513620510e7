package io.demarche.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.util.Span;

/**
 * First step: text to tagged sentences.
 *
 * <p>A line end always ends a sentence. Sentence ends within a line are OpenNLP's, but for those that it sees after an
 * abbreviation such as "U.S." in the middle of a name. A "sentence" of more than {@value #LONGEST} words is cut, so that
 * the cost of later steps stays linear in the length of the text.
 */
public final class Sentences {
    private static final int LONGEST = 160;
    private static final int LONGEST_CHARACTERS = 4_000;
    private static final int LONGEST_WORD = 300;

    /** Words that open a new sentence even after an abbreviation. */
    private static final Set<String> OPENERS = Set.of(
            "the", "a", "an", "it", "he", "she", "they", "we", "i", "this", "that", "these", "those", "but", "and",
            "in", "on", "at", "for", "as", "if", "when", "while", "after", "before", "his", "her", "their", "its",
            "there", "however");

    private final LanguageModels models;
    private final Tagger tagger;
    private final TagRepair repair;

    private Sentences(LanguageModels models, TagRepair repair) {
        this.models = models;
        this.tagger = new Tagger(models.tags());
        this.repair = repair;
    }

    /** Reads the language models. */
    public static Sentences load(WordClasses classes) {
        return new Sentences(LanguageModels.load(), new TagRepair(classes));
    }

    /** The sentences of a text, in order. */
    public List<Sentence> of(String text) {
        // OpenNLP's detector keeps state between calls, so each analysis has its own; the model is shared.
        SentenceDetectorME detector = new SentenceDetectorME(models.sentences());
        List<Sentence> found = new ArrayList<>();
        int paragraph = 0;
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            if (!text.substring(at, end).isBlank()) {
                for (Span span : spans(text, at, end, detector)) {
                    add(text, paragraph, span, found);
                }
                paragraph++;
            }
            at = end + 1;
        }
        return found;
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length()
                && text.charAt(at) != '\n'
                && text.charAt(at) != '\r'
                && text.charAt(at) != '\u2028') {
            at++;
        }
        return at;
    }

    private static List<Span> spans(String text, int from, int to, SentenceDetectorME detector) {
        List<Span> spans = new ArrayList<>();
        int start = from;
        while (start < to) {
            int end = stretchEnd(text, start, to);
            if (end == start) {
                end = wordEnd(text, start, to);
                add(text, new Span(start, end), spans);
            } else {
                for (Span found : detector.sentPosDetect(text.substring(start, end))) {
                    add(text, new Span(start + found.getStart(), start + found.getEnd()), spans);
                }
            }
            start = end;
        }
        return spans;
    }

    private static void add(String text, Span span, List<Span> spans) {
        int last = spans.size() - 1;
        if (last >= 0 && brokenName(text, spans.get(last), span)) {
            spans.set(last, new Span(spans.get(last).getStart(), span.getEnd()));
        } else {
            spans.add(span);
        }
    }

    /**
     * Where the stretch ends that OpenNLP is to look at: before a "word" too long to be one. At each full stop it looks on to
     * the next blank, so that the cost of thousands of full stops without one grows with their square.
     */
    private static int stretchEnd(String text, int from, int to) {
        int limit = Math.min(to, from + LONGEST_CHARACTERS * 4);
        int word = from;
        for (int at = from; at < limit; at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                word = at + 1;
            } else if (at - word >= LONGEST_WORD) {
                return word;
            }
        }
        return limit;
    }

    private static int wordEnd(String text, int from, int to) {
        int at = from;
        while (at < to && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a sentence end was seen inside "the U.S. Congress" or "Gen. Miller". */
    private static boolean brokenName(String text, Span before, Span after) {
        if (before.length() < 2 || text.charAt(before.getEnd() - 1) != '.') {
            return false;
        }
        int start = before.getEnd() - 1;
        while (start > before.getStart() && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        String last = text.substring(start, before.getEnd());
        boolean abbreviation = last.length() > 2 && last.charAt(last.length() - 3) == '.'
                || Tokenizer.words(last + " ").size() == 1
                        && last.length() <= 5
                        && Character.isUpperCase(last.charAt(0))
                        && last.chars().filter(Character::isLetter).count() < last.length()
                        && Tokenizer.pieces(last + " x", 0, last.length() + 2)
                                .get(0)
                                .text()
                                .endsWith(".");
        if (!abbreviation) {
            return false;
        }
        String next = text.substring(after.getStart(), Math.min(after.getEnd(), after.getStart() + 40));
        String word = next.split("[^\\p{L}]", 2)[0].toLowerCase(Locale.ROOT);
        return !OPENERS.contains(word);
    }

    private void add(String text, int paragraph, Span span, List<Sentence> found) {
        int from = span.getStart();
        while (from < span.getEnd()) {
            int limit = Math.min(span.getEnd(), from + LONGEST_CHARACTERS);
            List<Tokenizer.Piece> pieces = Tokenizer.pieces(text, from, limit, LONGEST + 1);
            if (pieces.isEmpty()) {
                from = limit;
                continue;
            }
            boolean cut = pieces.size() > LONGEST;
            if (cut) {
                pieces = pieces.subList(0, LONGEST);
            }
            String[] words = new String[pieces.size()];
            String[] lower = new String[words.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = pieces.get(i).text();
                lower[i] = words[i].toLowerCase(Locale.ROOT);
            }
            Tag[] tags = tagger.tag(words, lower);
            repair.repair(words, lower, tags);
            List<Token> tokens = new ArrayList<>(words.length);
            for (int i = 0; i < words.length; i++) {
                tokens.add(new Token(pieces.get(i).start(), pieces.get(i).end(), words[i], lower[i], tags[i]));
            }
            int end = tokens.get(tokens.size() - 1).end();
            found.add(new Sentence(found.size(), paragraph, tokens.get(0).start(), end, tokens));
            from = cut ? end : limit;
        }
    }
}
