package io.demarche.gateway.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a service answers. */
@Schema(description = "Whether the service answers.")
public enum ServiceState {
    /** It answers. */
    UP,
    /** It does not answer, or not as it should. */
    DOWN
}
