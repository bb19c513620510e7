package io.demarche.engine.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate says once everything around its cue is counted in.
 *
 * @param candidate holder, target and words
 * @param polarity which way
 * @param strength 0 to 1
 * @param manner how it is held
 * @param act the event, if it is one
 * @param condition what it hangs on, or null
 */
record Judgement(
        Candidate candidate,
        Polarity polarity,
        double strength,
        Set<Manner> manner,
        @Nullable Act act,
        Manners.@Nullable Stretch condition) {
    /** 0 to 1: how much the words and their places speak for it, before the classifier is asked. */
    double weight() {
        double sureness =
                (candidate.holder() == null ? 0.85 : candidate.holder().sureness())
                        * candidate.target().sureness();
        return Math.min(
                0.97,
                (0.4 + 0.45 * strength + (candidate.cue().words() > 1 ? 0.1 : 0)) * sureness * candidate.certainty());
    }

    /** Whether it takes a side, and nothing else. */
    boolean polar() {
        return polarity == Polarity.SUPPORT || polarity == Polarity.OPPOSE;
    }
}
