package io.demarche.engine.stance;

import io.demarche.engine.Act;
import org.jspecify.annotations.Nullable;

/**
 * A stance to report, before ids and offsets.
 *
 * @param judgement holder, target, words, polarity and manner
 * @param confidence calibrated probability that holder and target stand so
 * @param lean probability of support less that of opposition; NaN when only the words tell
 * @param act the event, or null
 * @param read whether the classifier alone says so, without a cue
 */
record Verdict(Judgement judgement, double confidence, double lean, @Nullable Act act, boolean read) {}
