package io.demarche.gateway.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The work that waits.
 *
 * @param pending articles that wait
 * @param due those of them that may be analysed right now
 * @param leased articles being analysed
 * @param failed articles given up
 * @param analysed articles done
 * @param oldestPendingSeconds how long the oldest has waited
 * @param analysedLastMinute throughput
 */
@Schema(description = "How much work waits and how fast it is done, in articles.")
public record Backlog(
        @Schema(required = true, description = "Wait to be analysed.") long pending,
        @Schema(required = true, description = "Of these, may be analysed right now.") long due,
        @Schema(required = true, description = "Are being analysed.") long leased,
        @Schema(required = true, description = "Were given up.") long failed,
        @Schema(required = true, description = "Are done; an estimate beyond a million.") long analysed,
        @Schema(required = true, description = "How long the oldest has waited; 0 when none waits.")
                long oldestPendingSeconds,
        @Schema(required = true, description = "Done within the last minute.") long analysedLastMinute) {}
