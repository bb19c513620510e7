package io.demarche.gateway.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a stance is held. */
@Schema(
        description =
                "How a stance is held. `CONDITIONAL`: only if something else happens; `HEDGED`: said with caution; "
                        + "`DEMAND`: asks for something; `WARNING`: warns of something; `RED_LINE`: names a line that must not be "
                        + "crossed; `SILENT`: declined to comment; `STALLED`: nothing moves; `FORECAST`: said of the future; "
                        + "`HISTORICAL`: said of a time that is over; `NEGATED`: the cue stands under a negation.")
public enum Manner {
    CONDITIONAL,
    HEDGED,
    DEMAND,
    WARNING,
    RED_LINE,
    SILENT,
    STALLED,
    FORECAST,
    HISTORICAL,
    NEGATED
}
