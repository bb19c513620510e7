package io.demarche.engine;

import org.jspecify.annotations.Nullable;

/**
 * Who says so.
 *
 * @param kind the holder, somebody else, or the outlet
 * @param speaker the speaking actor, or null when the outlet speaks
 * @param quoted whether the cue stands inside quotation marks
 * @param medium the outlet that the words were said to or are reported from, as the text names it, such as Reuters; null
 *     when it names none
 */
public record Attribution(AttributionKind kind, @Nullable Entity speaker, boolean quoted, @Nullable String medium) {}
