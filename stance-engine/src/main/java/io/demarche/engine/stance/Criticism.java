package io.demarche.engine.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Polarity;
import io.demarche.engine.classifier.Direction;
import io.demarche.engine.classifier.Reading;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.mention.Discourse;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.quote.Voice;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a speaker criticises in a speech of his own, also between the lines: "This opportunity has been spurned." Only
 * for texts whose speaker the caller names.
 */
final class Criticism {
    /** From here on a sentence is taken for criticism. */
    private static final double LEAST = 0.5;
    /** Below this, what the classifier reads between two names of the sentence is not believed to be criticism. */
    private static final double DOUBT = 0.3;

    private final Sentence sentence;
    private final List<Reference> references;
    private final Discourse discourse;
    private final Readings readings;
    private final Voice speaker;

    Criticism(Sentence sentence, List<Reference> references, Discourse discourse, Readings readings, Voice speaker) {
        this.sentence = sentence;
        this.references = references;
        this.discourse = discourse;
        this.readings = readings;
        this.speaker = speaker;
    }

    /** The verdicts, less those that the sentence as a whole gainsays, and the criticism that none of them shows. */
    List<Verdict> with(List<Verdict> verdicts) {
        if (verdicts.stream().anyMatch(verdict -> opposes(verdict) && !verdict.read())) {
            return verdicts;
        }
        double critical = readings.whole().critical();
        if (critical < DOUBT) {
            return verdicts.stream().filter(verdict -> !opposes(verdict)).toList();
        }
        if (critical < LEAST || verdicts.stream().anyMatch(Criticism::opposes)) {
            return verdicts;
        }
        Reference target = target();
        if (target == null) {
            return verdicts;
        }
        Cue cue = new Cue(Cue.Kind.PHRASE, target.from(), target.to(), 1, List.of());
        Candidate candidate = Candidate.read(null, target, cue, Polarity.OPPOSE, critical, Act.ACCUSE);
        List<Verdict> all = new ArrayList<>(verdicts);
        all.add(new Verdict(
                new Judgement(candidate, Polarity.OPPOSE, critical, Set.of(), Act.ACCUSE, null),
                critical,
                Double.NaN,
                Act.ACCUSE,
                true));
        return all;
    }

    private static boolean opposes(Verdict verdict) {
        return verdict.judgement().polarity() == Polarity.OPPOSE;
    }

    /** Whom or what: the likeliest mention, else the side last spoken of, else what the sentence is about. */
    private @Nullable Reference target() {
        List<Reference> others = references.stream()
                .filter(reference -> !reference.ids().isEmpty()
                        && reference.kind() != Reference.Kind.SPEAKER
                        && reference.kind() != Reference.Kind.RELATION
                        && !discourse.sameSide(speaker.id(), reference.ids().get(0)))
                .toList();
        if (!others.isEmpty()) {
            List<Reading> read = readings.saidBy(discourse.name(speaker.id()), others);
            Reference best = others.get(0);
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < others.size(); i++) {
                double against = read.get(i).of(Direction.FIRST_AGAINST_SECOND);
                if (against > most) {
                    most = against;
                    best = others.get(i);
                }
            }
            return best;
        }
        int from = 0;
        while (from < sentence.size() && !sentence.tagAt(from, Tag.NOUN, Tag.PROPN)) {
            from++;
        }
        if (from == sentence.size()) {
            return null;
        }
        int to = from;
        while (sentence.tagAt(to, Tag.NOUN, Tag.PROPN)) {
            to++;
        }
        while (from > 0 && sentence.tagAt(from - 1, Tag.ADJ)) {
            from--;
        }
        String side = discourse.otherActor(speaker.id());
        return side == null
                ? new Reference(
                        Reference.Kind.ISSUE,
                        from,
                        to,
                        List.of(discourse.matter(sentence.written(from, to))),
                        false,
                        0.7)
                : new Reference(Reference.Kind.ACTOR, from, to, List.of(side), false, 0.7);
    }
}
