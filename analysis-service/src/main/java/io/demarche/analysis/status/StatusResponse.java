package io.demarche.analysis.status;

import io.demarche.analysis.analyse.EngineResponse;
import io.demarche.analysis.worker.WorkerStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What this replica is doing, and how much all replicas have stored.
 *
 * @param engine which engine analyses
 * @param worker its worker
 * @param stances stored stances
 * @param articles stored articles
 */
@Schema(name = "Status", description = "What this replica is doing, and how much all replicas have stored.")
public record StatusResponse(
        @Schema(required = true) EngineResponse engine,
        @Schema(required = true) WorkerStatus worker,
        @Schema(required = true) long stances,
        @Schema(required = true) long articles) {}
