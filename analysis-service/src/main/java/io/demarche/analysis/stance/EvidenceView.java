package io.demarche.analysis.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The words that a stance rests on.
 *
 * @param sentence the whole sentence
 * @param cue the words that take the position
 * @param condition the words of its condition, when it has one that is spelled out
 */
@Schema(name = "Evidence", description = "The words that a stance rests on.")
public record EvidenceView(
        @Schema(required = true) SentenceView sentence,
        @Schema(required = true) SpanView cue,
        @Nullable @Schema(nullable = true) SpanView condition) {}
