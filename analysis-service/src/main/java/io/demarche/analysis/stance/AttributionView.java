package io.demarche.analysis.stance;

import io.demarche.engine.AttributionKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who says so.
 *
 * @param kind the holder, somebody else, or the outlet
 * @param speaker who speaks; null when the outlet does
 * @param quoted whether the words are a direct quote
 */
@Schema(name = "Attribution", description = "Who says so.")
public record AttributionView(
        @Schema(required = true) AttributionKind kind,
        @Nullable @Schema(nullable = true) EntityView speaker,
        @Schema(required = true) boolean quoted) {}
