package io.demarche.engine;

import org.jspecify.annotations.Nullable;

/**
 * Who says so.
 *
 * @param kind the holder, somebody else, or the outlet
 * @param speaker the speaking actor, or null when the outlet speaks
 * @param quoted whether the cue stands inside quotation marks
 */
public record Attribution(AttributionKind kind, @Nullable Entity speaker, boolean quoted) {}
