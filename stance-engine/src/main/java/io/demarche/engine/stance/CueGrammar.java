package io.demarche.engine.stance;

import io.demarche.engine.clause.Arguments;
import io.demarche.engine.clause.Predicate;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.cue.Frame;
import io.demarche.engine.data.Words;
import io.demarche.engine.mention.Reference;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the parts of a sentence stand, seen from one of its cues. */
final class CueGrammar {
    /** Places of a target that are clauses or parts of one; all others are prepositions. */
    static final Set<String> CLAUSAL = Set.of("obj", "subj", "that", "inf", "ing");

    private final Sentence sentence;
    private final Arguments arguments;
    private final Words markers;

    CueGrammar(Sentence sentence, Arguments arguments, Words markers) {
        this.sentence = sentence;
        this.arguments = arguments;
        this.markers = markers;
    }

    Sentence sentence() {
        return sentence;
    }

    Arguments arguments() {
        return arguments;
    }

    Words markers() {
        return markers;
    }

    @Nullable
    Predicate predicate(Cue cue) {
        return cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : copula(cue);
    }

    /** "is", "remains" or "seems" before an adjective or a noun; null when the cue is not predicated of anything. */
    @Nullable
    Predicate copula(Cue cue) {
        for (int at = cue.from() - 1; at >= Math.max(0, cue.from() - 6); at--) {
            Predicate predicate = arguments.at(at);
            if (predicate != null) {
                boolean copula = markers.at("copula", sentence, predicate.head()) > 0;
                return copula ? predicate : null;
            }
            if (!sentence.tagAt(at, Tag.ADV, Tag.ADJ, Tag.DET, Tag.PART, Tag.NOUN, Tag.NUM, Tag.CCONJ)) {
                return null;
            }
        }
        return null;
    }

    /** Whether a frame's target may stand after a preposition. */
    static boolean prepositional(Frame frame) {
        for (String place : frame.targets()) {
            if (!CLAUSAL.contains(place)) {
                return true;
            }
        }
        return false;
    }

    /** The infinitive or the gerund that a frame takes as its target, or null. */
    @Nullable
    Predicate complement(Cue cue, Frame frame) {
        boolean takes = frame.targets().contains("inf") || frame.targets().contains("ing") || prepositional(frame);
        if (!takes) {
            return null;
        }
        for (Predicate predicate : arguments.predicates()) {
            if (predicate.from() < cue.to() || predicate.form() == Predicate.Form.FINITE) {
                continue;
            }
            if (predicate.from() - cue.to() > 5) {
                return null;
            }
            boolean infinitive = predicate.form() == Predicate.Form.INFINITIVE
                    && frame.targets().contains("inf");
            boolean gerund = predicate.form() == Predicate.Form.GERUND
                    && (frame.targets().contains("ing") && predicate.from() == cue.to()
                            || sentence.tagAt(predicate.from() - 1, Tag.ADP)
                                    && frame.targets()
                                            .contains(sentence.token(predicate.from() - 1)
                                                    .lower()));
            return infinitive || gerund ? predicate : null;
        }
        return null;
    }

    /** The predicate of the clause that a cue of saying takes, unless that clause is about an issue from the start. */
    @Nullable
    Predicate claimed(Cue cue) {
        int that = thatAfter(cue);
        for (Predicate predicate : arguments.predicates()) {
            boolean own = predicate.form() == Predicate.Form.FINITE
                    && predicate.hasSubject()
                    && predicate.subjectFrom() == that + 1;
            if (that >= 0 && own) {
                boolean issue = arguments.within(predicate.subjectFrom(), predicate.subjectTo()).stream()
                        .anyMatch(Reference::issue);
                return issue ? null : predicate;
            }
        }
        return null;
    }

    int thatAfter(Cue cue) {
        for (int at = cue.to(); at < Math.min(sentence.size(), cue.to() + 4) && !sentence.tagAt(at, Tag.PUNCT); at++) {
            if (sentence.isAt(at, "that")) {
                return at;
            }
        }
        return -1;
    }

    /** Who sees what as something: "Moscow views the plan as a threat". */
    record Regard(List<Reference> holders, List<Reference> target) {}

    @Nullable
    Regard regard(Cue cue) {
        Predicate over = arguments.over(cue.from());
        boolean regards =
                over != null && markers.at("regarding", sentence, over.head()) > 0 && cue.from() - over.to() < 14;
        if (over == null || !regards) {
            return null;
        }
        int as = over.to();
        while (as < cue.from() && !sentence.isAt(as, "as")) {
            as++;
        }
        List<Reference> target = over.passive()
                ? arguments.within(over.subjectFrom(), over.subjectTo())
                : arguments.within(over.to(), as);
        List<Reference> holders = over.passive() ? arguments.agent(over) : arguments.subject(over);
        return target.isEmpty() || holders.isEmpty() ? null : new Regard(holders, target);
    }

    /** Where the clause that a token is in ends: at the next finite verb, or a strong mark. */
    int clauseEnd(int from) {
        for (int at = from; at < sentence.size(); at++) {
            Predicate predicate = arguments.at(at);
            boolean finite = predicate != null && predicate.form() == Predicate.Form.FINITE && predicate.from() >= from;
            if (finite) {
                // The cue may stand in that verb's own subject: "Moscow's rejection of the truce surprised nobody".
                return predicate.hasSubject() && predicate.subjectFrom() > from ? predicate.subjectFrom() : at;
            }
            if (sentence.isAt(at, ";", ":", "—", "–", "”", "\"", "while", "but", "because", "although")
                    || sentence.isAt(at, ",") && sentence.isAt(at + 1, "and", "while", "but", "with")) {
                return at;
            }
        }
        return sentence.size();
    }

    int objectEnd(Cue cue) {
        Predicate predicate = cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : null;
        return Math.max(cue.to(), predicate == null ? clauseEnd(cue.to()) : predicate.end());
    }

    /** What a reaction is a reaction to: "the sanctions were met with condemnation"; null elsewhere. */
    @Nullable
    Reference arousedBy(Cue cue) {
        Predicate over = cue.kind() == Cue.Kind.NOUN ? arguments.over(cue.from()) : null;
        return over == null || markers.at("arousing", sentence, over.head()) == 0
                ? null
                : arguments.within(over.subjectFrom(), over.subjectTo()).stream()
                        .filter(reference -> !reference.ids().isEmpty())
                        .findFirst()
                        .orElse(null);
    }

    boolean relativeGap(Cue cue) {
        Predicate predicate = cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : null;
        return predicate != null
                && "that".equals(predicate.marker())
                && predicate.hasSubject()
                && sentence.tagAt(predicate.subjectFrom() - 2, Tag.NOUN)
                && arguments.object(cue.to(), predicate.end()).isEmpty();
    }
}
