package io.demarche.engine.stance;

import io.demarche.engine.Manner;
import io.demarche.engine.clause.Arguments;
import io.demarche.engine.clause.Predicate;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.data.Words;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Tag;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how the stances of one sentence are held. */
final class Manners {
    private static final int NEAR = 5;

    private final Sentence sentence;
    private final Arguments arguments;
    private final Words markers;

    Manners(Sentence sentence, Arguments arguments, Words markers) {
        this.sentence = sentence;
        this.arguments = arguments;
        this.markers = markers;
    }

    /** A stretch of tokens. */
    record Stretch(int from, int to) {}

    /** The condition that a cue's statement hangs on, or null. */
    @Nullable
    Stretch condition(Cue cue) {
        for (int at = 0; at < sentence.size(); at++) {
            int length = markers.at("condition", sentence, at);
            if (length == 0 || at >= cue.from() && at < cue.to() || !opensCondition(at, length)) {
                continue;
            }
            int end = at + length;
            while (end < sentence.size() && !endsCondition(end, at)) {
                end++;
            }
            boolean inside = cue.from() >= at && cue.from() < end;
            boolean own = at > cue.from() && boundaryBetween(cue.to(), at);
            if (!inside && !own && at - cue.to() < 40) {
                return new Stretch(at, end);
            }
        }
        return null;
    }

    /** The clause from here on. */
    Stretch clause(int from) {
        int end = from + 1;
        while (end < sentence.size() && !endsCondition(end, from)) {
            end++;
        }
        return new Stretch(from, end);
    }

    /** Whether a cue stands inside a condition, and so is not asserted: "if Kyiv rejects the plan". */
    boolean hypothetical(Cue cue) {
        for (int at = 0; at < cue.from(); at++) {
            boolean opens = sentence.isAt(at, "if", "unless", "whether")
                    || sentence.isAt(at, "should") && at == 0
                    || markers.at("condition", sentence, at) > 1
                            && sentence.isAt(at, "provided", "on", "as", "so", "only")
                            && opensCondition(at, 2)
                            && !sentence.isAt(at + 2, "own")
                            && !sentence.isAt(at + 1, "its", "their");
            if (!opens) {
                continue;
            }
            int end = at + 1;
            while (end < sentence.size() && !endsCondition(end, at)) {
                end++;
            }
            if (cue.from() < end) {
                return true;
            }
        }
        return false;
    }

    private boolean opensCondition(int at, int length) {
        if (sentence.isAt(at, "once", "until", "provided") && length == 1) {
            boolean clause = false;
            for (int next = at + 1;
                    next < Math.min(sentence.size(), at + 12) && !sentence.isAt(next, ",", ";");
                    next++) {
                clause |= sentence.tagAt(next, Tag.AUX, Tag.VERB);
            }
            boolean participle = sentence.isAt(at, "provided") && !sentence.tagAt(at - 1, Tag.PUNCT, Tag.CCONJ);
            boolean formerly = sentence.isAt(at, "once") && sentence.tagAt(at + 1, Tag.VERB);
            return clause && !participle && !formerly;
        }
        return !sentence.isAt(at - 1, "as", "even", "what");
    }

    private boolean endsCondition(int at, int start) {
        return sentence.isAt(at, ";", "—", "–", ".", "”", "\"") || sentence.isAt(at, ",") && at - start > 2;
    }

    /** Whether another statement begins between the cue and the condition, so that the condition is that one's. */
    private boolean boundaryBetween(int from, int at) {
        for (int i = from; i < at; i++) {
            if (sentence.isAt(i, ";") || sentence.isAt(i, "but") && sentence.isAt(i - 1, ",") && i + 1 < at) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cue stands under a negation of its own. */
    boolean negated(Cue cue) {
        Predicate predicate = cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : null;
        if (predicate != null) {
            boolean failed = predicate.governor() >= 0
                    && predicate.form() == Predicate.Form.INFINITIVE
                    && markers.at("failure", sentence, predicate.from() - 1) > 0;
            return predicate.negated() || failed || noSubject(predicate);
        }
        for (int at = cue.from() - 1; at >= Math.max(0, cue.from() - 3); at--) {
            if (markers.at("negation", sentence, at) > 0
                    || cue.kind() == Cue.Kind.NOUN && markers.at("negative-determiner", sentence, at) > 0) {
                return true;
            }
            if (!sentence.tagAt(at, Tag.ADJ, Tag.ADV, Tag.AUX, Tag.DET, Tag.PART)) {
                break;
            }
        }
        Predicate over = arguments.at(Math.max(0, cue.from() - 1));
        return over != null && over.negated() || cue.kind() == Cue.Kind.NOUN && objectOfNegated(cue);
    }

    private boolean objectOfNegated(Cue cue) {
        Predicate over = arguments.over(cue.from());
        return over != null && over.negated() && cue.from() - over.to() < NEAR;
    }

    private boolean noSubject(Predicate predicate) {
        return predicate.hasSubject()
                && sentence.isAt(predicate.subjectFrom(), "no", "neither", "nobody", "nothing", "none");
    }

    /** The manners of a cue's statement, other than its condition. */
    Set<Manner> of(Cue cue) {
        Set<Manner> manners = EnumSet.noneOf(Manner.class);
        Predicate predicate = cue.kind() == Cue.Kind.VERB ? arguments.at(cue.from()) : null;
        Predicate main = predicate != null ? predicate : arguments.over(cue.from());
        int from = main == null ? cue.from() - NEAR : Math.min(main.from(), cue.from()) - 2;
        int to = Math.max(cue.to(), main == null ? 0 : main.to()) + 2;
        if (markers.anyIn("hedge", sentence, from, to)) {
            manners.add(Manner.HEDGED);
        }
        String modal = main == null ? null : main.modal();
        if ("will".equals(modal) || markers.anyIn("forecast", sentence, from, cue.from()) && modal == null) {
            manners.add(Manner.FORECAST);
        }
        if (markers.anyIn("historical", sentence, from - 2, cue.to())) {
            manners.add(Manner.HISTORICAL);
        }
        if (markers.anyIn("red-line", sentence, cue.from() - NEAR, cue.to() + NEAR)) {
            manners.add(Manner.RED_LINE);
        }
        if (markers.anyIn("demand", sentence, from - 1, cue.to())) {
            manners.add(Manner.DEMAND);
        }
        if (markers.anyIn("warning", sentence, from, cue.to())) {
            manners.add(Manner.WARNING);
        }
        return manners;
    }
}
