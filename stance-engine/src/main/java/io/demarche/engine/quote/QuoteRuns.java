package io.demarche.engine.quote;

import io.demarche.engine.catalog.Catalog;
import io.demarche.engine.catalog.Name;
import io.demarche.engine.catalog.NameIndex;
import io.demarche.engine.text.Sentence;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Quotes that run over several sentences or paragraphs: where they stand open, and who is named as their speaker only at
 * their end ("“We will not yield. We never did,” Lavrov said").
 */
public final class QuoteRuns {
    /** A quote left open is looked for its end this far; beyond, its end mark was forgotten. */
    private static final int REACH = 8;
    /** The speaker stands close behind the end mark. */
    private static final int NEAR = 12;

    private enum Mark {
        NONE,
        OPENS,
        CLOSES
    }

    private final boolean[] inside;
    private final @Nullable Voice[] speakers;
    private final @Nullable End[] unnamed;

    private QuoteRuns(int sentences) {
        inside = new boolean[sentences];
        speakers = new Voice[sentences];
        unnamed = new End[sentences];
    }

    /**
     * Where a quote ends and somebody is said to have said it who is not named: "…," he said.
     *
     * @param sentence index of the sentence
     * @param token index of the first token after the quote
     */
    public record End(int sentence, int token) {}

    /**
     * Reads the marks of a text.
     *
     * @param speaks whether a word, in lower case, is a form of a verb of speech
     */
    public static QuoteRuns of(List<Sentence> sentences, Catalog catalog, Predicate<String> speaks) {
        QuoteRuns runs = new QuoteRuns(sentences.size());
        boolean open = false;
        int began = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (open && i > 0 && sentence.paragraph() != sentences.get(i - 1).paragraph()) {
                open = mark(sentence, 0) == Mark.OPENS || closesAhead(sentences, i);
            }
            runs.inside[i] = open;
            for (int at = 0; at < sentence.size(); at++) {
                switch (mark(sentence, at)) {
                    case OPENS -> {
                        began = open ? began : i;
                        open = true;
                    }
                    case CLOSES -> {
                        if (open && began < i) {
                            runs.spoken(began, i, speaker(sentence, at + 1, catalog, speaks));
                            runs.unnamed[began] = runs.speakers[began] == null && said(sentence, at + 1, speaks)
                                    ? new End(i, at + 1)
                                    : null;
                        }
                        open = false;
                    }
                    case NONE -> {}
                }
            }
        }
        return runs;
    }

    /** Whether a sentence begins inside a quote. */
    public boolean inside(int sentence) {
        return sentence < inside.length && inside[sentence];
    }

    /** Who is named at the end of the quote that runs on past a sentence; null when nobody is. */
    public @Nullable Voice speakerAhead(int sentence) {
        return sentence < speakers.length ? speakers[sentence] : null;
    }

    /** The end of a quote that begins in a sentence and runs on past it, when its speaker is spoken of but not named there. */
    public @Nullable End unnamedEnd(int sentence) {
        return sentence < unnamed.length ? unnamed[sentence] : null;
    }

    /** Gives the quote that ends in one sentence and began in another the speaker that was found for it. */
    public void spoken(int began, int end, @Nullable Voice voice) {
        for (int before = began; voice != null && before < end; before++) {
            speakers[before] = voice;
        }
    }

    private static boolean said(Sentence sentence, int from, Predicate<String> speaks) {
        for (int at = from; at < Math.min(sentence.size(), from + NEAR) && !opens(sentence, at); at++) {
            if (speaks.test(sentence.token(at).lower())) {
                return true;
            }
        }
        return false;
    }

    /** What a token does to quotes; a straight mark opens when it sticks to the word after it. */
    static boolean opens(Sentence sentence, int at) {
        return mark(sentence, at) == Mark.OPENS;
    }

    static boolean closes(Sentence sentence, int at) {
        return mark(sentence, at) == Mark.CLOSES;
    }

    private static Mark mark(Sentence sentence, int at) {
        return switch (sentence.token(at).text()) {
            case "“", "«" -> Mark.OPENS;
            case "”", "»" -> Mark.CLOSES;
            case "\"" -> {
                boolean before = at > 0
                        && sentence.token(at - 1).end() == sentence.token(at).start();
                boolean after = at + 1 < sentence.size()
                        && sentence.token(at).end() == sentence.token(at + 1).start();
                yield after && !before ? Mark.OPENS : Mark.CLOSES;
            }
            default -> Mark.NONE;
        };
    }

    private static boolean closesAhead(List<Sentence> sentences, int from) {
        for (int i = from; i < Math.min(sentences.size(), from + REACH); i++) {
            for (int at = 0; at < sentences.get(i).size(); at++) {
                Mark mark = mark(sentences.get(i), at);
                if (mark != Mark.NONE) {
                    return mark == Mark.CLOSES;
                }
            }
        }
        return false;
    }

    private static @Nullable Voice speaker(Sentence sentence, int from, Catalog catalog, Predicate<String> speaks) {
        int end = Math.min(sentence.size(), from + NEAR);
        Voice named = null;
        for (int at = from; at < end; at++) {
            if (opens(sentence, at)) {
                break;
            }
            for (NameIndex index : catalog.indexes()) {
                NameIndex.Hit hit = named == null ? index.at(sentence, at) : null;
                Name name = hit == null ? null : hit.names().get(0);
                if (hit != null && name != null && name.kind() != Name.Kind.TERM && !name.weak()) {
                    named = new Voice(
                            name.id(),
                            sentence.token(at).start(),
                            sentence.token(at + hit.length() - 1).end());
                }
            }
        }
        return said(sentence, from, speaks) ? named : null;
    }
}
