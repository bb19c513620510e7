package io.demarche.engine.cue;

import java.util.List;

/**
 * A cue in a sentence.
 *
 * @param kind part of speech of its head
 * @param from first token
 * @param to token after its last
 * @param words number of words of its pattern: the longer it is, the surer
 * @param frames what it can say
 */
public record Cue(Kind kind, int from, int to, int words, List<Frame> frames) {
    /** Part of speech of a cue's head. */
    public enum Kind {
        VERB,
        NOUN,
        ADJECTIVE,
        PHRASE
    }
}
