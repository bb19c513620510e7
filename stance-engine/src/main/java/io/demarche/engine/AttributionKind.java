package io.demarche.engine;

/** Who says that the holder holds the stance. */
public enum AttributionKind {
    /** The holder, in its own words. */
    SELF,
    /** A named speaker other than the holder. */
    REPORTED,
    /** The outlet. */
    AUTHOR
}
