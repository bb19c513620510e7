package io.demarche.engine.mention;

import java.util.List;

/**
 * Words of a sentence that stand for actors or an issue.
 *
 * @param kind how they stand for it
 * @param from first token
 * @param to token after the last
 * @param ids what they stand for; several for "both sides" and for the partners of a relation
 * @param possessive whether it owns what follows ("Moscow's", "its")
 * @param sureness 0 to 1: 1 for a name, less for what was inferred
 */
public record Reference(Kind kind, int from, int to, List<String> ids, boolean possessive, double sureness) {
    /** How words stand for something. */
    public enum Kind {
        /** A name, or a nationality with its noun: can hold and be targeted. */
        ACTOR,
        /** A nationality or a name that only qualifies a noun: "Russian perceptions". */
        MODIFIER,
        /** A pronoun or a description of an actor. */
        PRONOUN,
        /** A term of an issue. */
        ISSUE,
        /** A document or a plan of somebody's. */
        DOCUMENT,
        /** Relations, with the partners that are named. */
        RELATION,
        /** "The approach", "this move": whatever the text spoke of. */
        SHELL,
        /** "I" and "we": whoever speaks. */
        SPEAKER,
        /** A span that the caller named. */
        GIVEN
    }

    public Reference {
        ids = List.copyOf(ids);
    }

    /** Whether it can hold a position. */
    public boolean actor() {
        return kind == Kind.ACTOR || kind == Kind.PRONOUN || kind == Kind.GIVEN || kind == Kind.SPEAKER;
    }

    /** Whether a position can be about it as an issue. */
    public boolean issue() {
        return kind == Kind.ISSUE || kind == Kind.DOCUMENT || kind == Kind.RELATION || kind == Kind.SHELL;
    }
}
