package io.demarche.gateway.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which way a holder leans toward a target. */
@Schema(
        description =
                "Which way the holder leans. `MIXED` is for and against at once; `NEUTRAL` engages without taking "
                        + "sides, or declines to.")
public enum Polarity {
    /** The holder is for the target. */
    SUPPORT,
    /** The holder is against the target. */
    OPPOSE,
    /** For and against at once. */
    MIXED,
    /** Engages without taking sides, or declines to. */
    NEUTRAL
}
