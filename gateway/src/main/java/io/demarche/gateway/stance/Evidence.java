package io.demarche.gateway.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The words that a stance rests on.
 *
 * @param sentence the whole sentence
 * @param cue the words that take the position
 * @param condition the words of the condition, when one is spelled out
 */
@Schema(description = "The words that a stance rests on.")
public record Evidence(
        @Schema(required = true, description = "The sentence that it stands in.") SentenceSpan sentence,
        @Schema(required = true, description = "The words that say which way the holder leans.") Span cue,
        @Schema(nullable = true, description = "The words of the condition, when one is spelled out.") @Nullable
                Span condition) {}
