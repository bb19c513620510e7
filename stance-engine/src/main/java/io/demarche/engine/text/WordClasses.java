package io.demarche.engine.text;

/** What a word can be, whatever its sentence. */
public interface WordClasses {
    /** Whether a word, in lower case, can be a form of a verb that takes a position. */
    boolean isVerbForm(String lower);

    /** Whether a word, in lower case, can be a form of a noun that takes a position. */
    boolean isNounForm(String lower);
}
