package io.demarche.gateway.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who says that the holder holds the stance. */
@Schema(
        description =
                "Who says so: the holder itself (`SELF`), another named speaker (`REPORTED`), the outlet (`AUTHOR`).")
public enum AttributionKind {
    /** The holder, in its own words. */
    SELF,
    /** A named speaker other than the holder. */
    REPORTED,
    /** The outlet. */
    AUTHOR
}
