package io.demarche.gateway.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The installation in one word. */
@Schema(description = "`UP` when every service answers, `DEGRADED` when one does not.")
public enum OverallState {
    /** Every service answers. */
    UP,
    /** At least one does not. */
    DEGRADED
}
