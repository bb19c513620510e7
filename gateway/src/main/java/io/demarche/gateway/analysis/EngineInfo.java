package io.demarche.gateway.analysis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Names an engine: equal names mean equal answers.
 *
 * @param version release and digest of its data
 * @param model the classifier
 */
@Schema(description = "Names an engine: equal names mean equal answers.")
public record EngineInfo(
        @Schema(required = true, description = "Release and digest of its data.", examples = "0.1.0") String version,
        @Schema(required = true, description = "The classifier.", examples = "linear") String model) {}
