package io.demarche.engine.cue;

import io.demarche.engine.Act;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a cue says: who holds, what is targeted, and which way.
 *
 * @param holder where the holder stands
 * @param targets where the target stands: {@code obj}, {@code subj}, {@code that}, {@code inf}, {@code ing} or a preposition
 * @param polarity from the holder toward the target
 * @param strength 0 to 1
 * @param act PLOVER root, if the cue is an event
 * @param manner manners that the cue brings along
 */
public record Frame(
        Holder holder, Set<String> targets, Polarity polarity, double strength, @Nullable Act act, Set<Manner> manner) {
    /** The same the other way round. */
    public Frame turned() {
        Polarity other = polarity == Polarity.SUPPORT
                ? Polarity.OPPOSE
                : polarity == Polarity.OPPOSE ? Polarity.SUPPORT : polarity;
        return new Frame(holder, targets, other, strength, act, manner);
    }

    /** Where a holder stands. */
    public enum Holder {
        /** Subject of the active verb, agent of the passive one. */
        SUBJECT,
        /** Object of the active verb ("the plan angered Moscow"). */
        OBJECT,
        /** Possessor of a noun ("Moscow's rejection"). */
        POSSESSOR,
        /** Whoever speaks ("it is unacceptable", he said). */
        SOURCE
    }
}
