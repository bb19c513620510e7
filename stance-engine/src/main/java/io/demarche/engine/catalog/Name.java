package io.demarche.engine.catalog;

/**
 * What a text may call a node.
 *
 * @param id the node
 * @param kind what sort of name it is
 * @param weak whether it counts only after a stronger name of the same node
 */
public record Name(String id, Kind kind, boolean weak) {
    /** Sorts of names. */
    public enum Kind {
        /** A proper name: "Russia", "the State Duma", "Sergei Lavrov". */
        PROPER,
        /** "Russian". */
        ADJECTIVE,
        /** "Russians". */
        DEMONYM,
        /** A seat of power: "Moscow". */
        SEAT,
        /** A phrase for an issue: "peace talks". */
        TERM
    }
}
