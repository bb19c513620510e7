package io.demarche.engine;

import org.jspecify.annotations.Nullable;

/**
 * The words that a stance rests on.
 *
 * @param sentence the whole sentence
 * @param cue the words that take the position
 * @param condition the words of the condition, when the stance is {@link Manner#CONDITIONAL} and the condition is spelled out
 */
public record Evidence(SentenceSpan sentence, Span cue, @Nullable Span condition) {}
