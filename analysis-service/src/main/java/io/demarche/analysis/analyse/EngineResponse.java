package io.demarche.analysis.analyse;

import io.demarche.engine.EngineInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which engine answers.
 *
 * @param version release, and a digest of its data: equal versions give equal answers
 * @param model the stance model; {@code linear} when there is no encoder
 */
@Schema(name = "Engine", description = "Which engine answers. Equal versions give equal answers.")
public record EngineResponse(
        @Schema(required = true, examples = "0.1.0+8f14e45f") String version,
        @Schema(required = true, examples = "linear") String model) {

    /** As the API shows it. */
    public static EngineResponse of(EngineInfo info) {
        return new EngineResponse(info.version(), info.model());
    }
}
