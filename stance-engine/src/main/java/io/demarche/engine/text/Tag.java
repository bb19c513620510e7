package io.demarche.engine.text;

/** The parts of speech of Universal Dependencies, version 2. */
public enum Tag {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X;

    /** The tag of a tagger's label; {@link #X} for one that is not known. */
    static Tag of(String label) {
        for (Tag tag : values()) {
            if (tag.name().equals(label)) {
                return tag;
            }
        }
        return X;
    }
}
