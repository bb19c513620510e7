package io.demarche.ingest.work;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much work there is.
 *
 * @param pending articles that wait, those that back off included
 * @param due articles that could be leased this moment: pending ones whose time has come and leases that ran out
 * @param leased articles that a worker has, or had until its lease ran out
 * @param failed articles that were given up
 * @param analysed articles that are done; an estimate beyond a million
 * @param oldestPendingSeconds age of the pending article that was accepted first; 0 when none waits
 * @param analysedLastMinute articles that were done in the last 60 seconds
 */
@Schema(
        requiredProperties = {
            "pending",
            "due",
            "leased",
            "failed",
            "analysed",
            "oldestPendingSeconds",
            "analysedLastMinute"
        },
        description = "How much work there is")
public record Backlog(
        long pending,
        long due,
        long leased,
        long failed,
        long analysed,
        long oldestPendingSeconds,
        long analysedLastMinute) {}
