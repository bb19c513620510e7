package io.demarche.engine.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.engine.cue.Cue;
import io.demarche.engine.text.Sentence;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what the candidates of one sentence say: negation, what governs them, conditions and manner. */
final class Judge {
    private final Sentence sentence;
    private final Manners manners;

    Judge(Sentence sentence, Manners manners) {
        this.sentence = sentence;
        this.manners = manners;
    }

    /** What a candidate says; null when it is only supposed, not said ("if Kyiv rejects the plan"). */
    @Nullable
    Judgement of(Candidate candidate) {
        Cue cue = candidate.cue();
        if (manners.hypothetical(cue)) {
            return null;
        }
        Set<Manner> all = EnumSet.noneOf(Manner.class);
        all.addAll(candidate.frame().manner());
        all.addAll(manners.of(cue));
        if (candidate.outer() != null) {
            all.addAll(candidate.outer().manner());
        }
        if (candidate.demanded()) {
            all.add(Manner.DEMAND);
        }
        Polarity polarity = candidate.frame().polarity();
        double strength = candidate.frame().strength();
        boolean negated = manners.negated(cue);
        if (candidate.reversed()) {
            polarity = opposite(polarity);
        }
        if (negated && !all.contains(Manner.SILENT)) {
            all.add(Manner.NEGATED);
            if (polarity == Polarity.OPPOSE) {
                all.add(Manner.HEDGED);
                strength *= 0.6;
            }
            polarity = opposite(polarity);
        }
        Manners.Stretch condition = manners.condition(cue);
        if (condition == null
                && all.contains(Manner.DEMAND)
                && sentence.isAt(candidate.target().from() - 1, "any")) {
            // "Insisted that any talks respect…": for the talks, on a condition.
            condition = manners.clause(candidate.target().from() - 1);
        }
        if (condition != null) {
            all.add(Manner.CONDITIONAL);
        }
        Act act = negated || candidate.reversed() ? null : candidate.frame().act();
        return new Judgement(candidate, polarity, strength, all, act, condition);
    }

    private static Polarity opposite(Polarity polarity) {
        return switch (polarity) {
            case SUPPORT -> Polarity.OPPOSE;
            case OPPOSE -> Polarity.SUPPORT;
            case MIXED, NEUTRAL -> polarity;
        };
    }
}
