package io.demarche.engine.quote;

import io.demarche.engine.clause.Predicate;
import io.demarche.engine.text.Sentence;

/** Which predicates introduce somebody's words. */
public interface SpeechVerbs {
    /** Whether a predicate's verb is a verb of saying or thinking. */
    boolean isSpeech(Sentence sentence, Predicate predicate);
}
