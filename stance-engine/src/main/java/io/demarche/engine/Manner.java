package io.demarche.engine;

/** How a stance is held. A stance may have several manners, or none when it is plain. */
public enum Manner {
    /** Holds only if something else does; the condition has a span of its own. */
    CONDITIONAL,
    /** Said with caution: "cautious optimism", "may", "not entirely ruled out". */
    HEDGED,
    /** Asks somebody to do something. */
    DEMAND,
    /** Warns of something. */
    WARNING,
    /** Names a line that must not be crossed. */
    RED_LINE,
    /** Declined to comment, or kept silent. */
    SILENT,
    /** Nothing moves: no talks, frozen, deadlocked. */
    STALLED,
    /** Said of the future: expected, likely. */
    FORECAST,
    /** Said of a time that is over. */
    HISTORICAL,
    /** The cue stands under a negation. */
    NEGATED
}
