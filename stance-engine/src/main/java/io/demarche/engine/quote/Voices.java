package io.demarche.engine.quote;

import io.demarche.engine.clause.Arguments;
import io.demarche.engine.clause.Predicate;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows who speaks, sentence by sentence. One for each analysis; sentences are taken in order. */
public final class Voices {
    private final SpeechVerbs verbs;
    private final @Nullable Voice standing;
    private final Media media;
    private final QuoteRuns runs;
    private @Nullable Voice last;
    private @Nullable String lastMedium;

    /**
     * @param verbs which predicates introduce words
     * @param standing who says whatever nobody else says, or null for the outlet
     * @param media which outlets there are
     * @param runs the quotes of the text
     */
    public Voices(SpeechVerbs verbs, @Nullable Voice standing, Media media, QuoteRuns runs) {
        this.verbs = verbs;
        this.standing = standing;
        this.media = media;
        this.runs = runs;
    }

    /** Who says whatever nobody else says, or null for the outlet. */
    public @Nullable Voice standing() {
        return standing;
    }

    /**
     * Who speaks each token of a sentence.
     *
     * @param speakers by token; null for the outlet
     * @param quoted by token: whether it stands between quotation marks
     * @param media by token: name of the outlet that the words came through; null when none is named
     */
    public record Heard(@Nullable Voice[] speakers, boolean[] quoted, @Nullable String[] media) {}

    /** Who speaks what in the next sentence. */
    public Heard of(Sentence sentence, Arguments arguments) {
        int size = sentence.size();
        @Nullable Voice[] speakers = new Voice[size];
        boolean[] quoted = quotes(sentence);
        Arrays.fill(speakers, standing);
        Voice found = according(sentence, arguments, speakers);
        for (Predicate predicate : arguments.predicates()) {
            if (!verbs.isSpeech(sentence, predicate)) {
                continue;
            }
            Voice voice = speaker(sentence, arguments, predicate);
            if (voice != null) {
                fill(sentence, arguments, predicate, voice, speakers);
                found = voice;
            }
        }
        Voice relayed = relayed(sentence, arguments, speakers);
        found = relayed == null ? found : relayed;
        Voice ahead = runs.speakerAhead(sentence.index());
        Voice quoter = found != null ? found : ahead != null ? ahead : last;
        for (int at = 0; at < size; at++) {
            if (quoted[at] && (speakers[at] == null || speakers[at] == standing) && quoter != null) {
                speakers[at] = quoter;
            }
        }
        @Nullable String[] through = media.by(sentence, arguments.predicates(), speakers, standing);
        if (found != null) {
            last = found;
            lastMedium = size == 0
                    ? null
                    : Arrays.stream(through)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        } else {
            // A quotation that goes on was given to the same outlet.
            for (int at = 0; at < size; at++) {
                through[at] = through[at] == null && quoted[at] && speakers[at] == last ? lastMedium : through[at];
            }
        }
        return new Heard(speakers, quoted, through);
    }

    private boolean[] quotes(Sentence sentence) {
        boolean[] quoted = new boolean[sentence.size()];
        boolean open = runs.inside(sentence.index());
        for (int at = 0; at < sentence.size(); at++) {
            if (QuoteRuns.opens(sentence, at)) {
                open = true;
            } else if (QuoteRuns.closes(sentence, at)) {
                open = false;
            } else {
                quoted[at] = open;
            }
        }
        return quoted;
    }

    /** "According to the Kremlin, …". */
    private static @Nullable Voice according(Sentence sentence, Arguments arguments, @Nullable Voice[] speakers) {
        for (int at = 0; at + 2 < sentence.size(); at++) {
            if (sentence.isAt(at, "according") && sentence.isAt(at + 1, "to")) {
                int end = arguments.nounPhraseEnd(at + 2, sentence.size());
                List<Reference> named = arguments.holders(at + 2, end);
                if (!named.isEmpty() && !named.get(0).ids().isEmpty()) {
                    Voice voice = voice(sentence, named.get(0));
                    for (int token = 0; token < sentence.size(); token++) {
                        if (token < at || token >= end) {
                            speakers[token] = voice;
                        }
                    }
                    return voice;
                }
            }
        }
        return null;
    }

    /** "TASS quoted Peskov as saying that …", "Peskov was cited by Interfax as saying …". */
    private static @Nullable Voice relayed(Sentence sentence, Arguments arguments, @Nullable Voice[] speakers) {
        for (Predicate predicate : arguments.predicates()) {
            if (!sentence.isAt(predicate.head(), "quoted", "cited", "quotes", "cites", "quoting", "citing")) {
                continue;
            }
            for (int at = predicate.to(); at + 1 < Math.min(sentence.size(), predicate.to() + 16); at++) {
                if (sentence.isAt(at, "as") && sentence.isAt(at + 1, "saying", "stating", "telling", "declaring")) {
                    List<Reference> named = predicate.passive()
                            ? arguments.subject(predicate)
                            : arguments.holders(predicate.to(), arguments.nounPhraseEnd(predicate.to(), at));
                    if (!named.isEmpty() && !named.get(0).ids().isEmpty()) {
                        Voice voice = voice(sentence, named.get(0));
                        Arrays.fill(speakers, at + 2, sentence.size(), voice);
                        return voice;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Voice speaker(Sentence sentence, Arguments arguments, Predicate predicate) {
        List<Reference> subject = arguments.subject(predicate);
        if (subject.isEmpty()) {
            boolean inverted = sentence.tagAt(predicate.from() - 1, Tag.PUNCT) && !predicate.hasSubject();
            subject = inverted
                    ? arguments.holders(predicate.to(), arguments.nounPhraseEnd(predicate.to(), sentence.size()))
                    : subject;
        }
        return subject.isEmpty() || subject.get(0).ids().isEmpty() ? null : voice(sentence, subject.get(0));
    }

    private static Voice voice(Sentence sentence, Reference reference) {
        return new Voice(
                reference.ids().get(0),
                sentence.token(reference.from()).start(),
                sentence.token(reference.to() - 1).end());
    }

    private static void fill(
            Sentence sentence, Arguments arguments, Predicate predicate, Voice voice, @Nullable Voice[] speakers) {
        int start = complement(sentence, arguments, predicate);
        if (start >= 0) {
            int end = sentence.size();
            for (int at = start; at < sentence.size(); at++) {
                if (sentence.isAt(at, ";")) {
                    end = at;
                    break;
                }
            }
            Arrays.fill(speakers, start, end, voice);
            return;
        }
        int from = predicate.hasSubject() ? predicate.subjectFrom() : predicate.from();
        boolean trails = from > 1
                && sentence.isAt(from - 1, ",", "\"", "”", "»", "?", "!")
                && (predicate.to() >= sentence.size()
                        || sentence.tagAt(predicate.to(), Tag.PUNCT, Tag.ADP, Tag.ADV, Tag.PROPN)
                        || sentence.tagAt(predicate.to() + 1, Tag.PUNCT, Tag.ADP)
                        || !predicate.hasSubject());
        if (trails) {
            Arrays.fill(speakers, 0, from, voice);
            if (sentence.isAt(predicate.to(), ",")) {
                // "Kyiv, Zelensky said, will never accept": what is said goes on.
                Arrays.fill(speakers, predicate.to(), sentence.size(), voice);
            }
        }
    }

    /** Where what is said begins, after the verb; -1 when it does not follow. */
    private static int complement(Sentence sentence, Arguments arguments, Predicate predicate) {
        for (Predicate later : arguments.predicates()) {
            boolean clause = later.form() == Predicate.Form.FINITE
                    && later.hasSubject()
                    && later.subjectFrom() == predicate.to();
            if (clause) {
                return predicate.to();
            }
        }
        for (int at = predicate.to(); at < Math.min(sentence.size(), predicate.to() + 8); at++) {
            if (sentence.isAt(at, "that", "“", "\"", ":", "whether") && !sentence.tagAt(at, Tag.DET)) {
                return at + 1;
            }
            if (sentence.isAt(at, ",", ";", ".")) {
                return -1;
            }
        }
        for (Predicate later : arguments.predicates()) {
            if (later.from() >= predicate.to()) {
                boolean clause = later.form() == Predicate.Form.FINITE
                        && later.hasSubject()
                        && later.subjectFrom() >= predicate.to()
                        && later.from() - predicate.to() < 16;
                return clause ? predicate.to() : -1;
            }
        }
        return -1;
    }
}
