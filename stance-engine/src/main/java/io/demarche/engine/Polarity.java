package io.demarche.engine;

/** Which way a holder leans toward a target. */
public enum Polarity {
    /** The holder is for the target. */
    SUPPORT,
    /** The holder is against the target. */
    OPPOSE,
    /** Ambivalent: for and against at once. */
    MIXED,
    /** Engages without taking sides, or declines to. */
    NEUTRAL
}
