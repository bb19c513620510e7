package io.demarche.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement, in one sentence, of where a holder stands on a target.
 *
 * @param holder who takes the position
 * @param target what or whom it is about
 * @param polarity which way the holder leans
 * @param score −1 (fully against) to 1 (fully for)
 * @param confidence 0 to 1, how sure the engine is that this stance stands in the text
 * @param manner how the stance is held, in the order of {@link Manner}; empty when plain
 * @param act the PLOVER root event when the statement is one
 * @param attribution who says so
 * @param evidence the words
 */
public record Stance(
        Entity holder,
        Entity target,
        Polarity polarity,
        double score,
        double confidence,
        Set<Manner> manner,
        @Nullable Act act,
        Attribution attribution,
        Evidence evidence) {}
