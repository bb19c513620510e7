package io.demarche.gateway.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one service is doing.
 *
 * @param name its name
 * @param state whether it answers
 * @param version release, when it says
 * @param detail what is wrong, when something is
 */
@Schema(description = "How one service is doing.")
public record ServiceStatus(
        @Schema(required = true, description = "Its name.", examples = "analysis") String name,
        @Schema(required = true, description = "Whether it answers.") ServiceState state,
        @Schema(nullable = true, description = "Release, when it says.", examples = "0.1.0") @Nullable String version,
        @Schema(nullable = true, description = "What is wrong, when something is.") @Nullable String detail) {}
