package io.demarche.engine;

/** What a holder or a target is. Only actors and mentions hold stances. */
public enum EntityKind {
    /** Somebody who can hold a position. */
    ACTOR,
    /** Something that a position can be about. */
    ISSUE,
    /** A span that the caller named in the request. */
    MENTION
}
