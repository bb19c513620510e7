package io.demarche.gateway.status;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the whole installation is doing.
 *
 * @param status in one word
 * @param version the gateway's release
 * @param at when this was found out
 * @param services each service
 * @param backlog the work that waits; null while ingest is down
 * @param analysis engine and stances; null while analysis is down
 */
@Schema(name = "Status", description = "How the whole installation is doing.")
public record Status(
        @Schema(required = true, description = "In one word.") OverallState status,
        @Schema(required = true, description = "Release of the gateway.", examples = "0.1.0") String version,
        @Schema(required = true, description = "When this was found out.") Instant at,
        @Schema(required = true, description = "Each service, the gateway first.") List<ServiceStatus> services,
        @Schema(nullable = true, description = "The work that waits; null while ingest is down.") @Nullable
                Backlog backlog,
        @Schema(nullable = true, description = "Engine and stances; null while analysis is down.") @Nullable
                AnalysisStatus analysis) {}
