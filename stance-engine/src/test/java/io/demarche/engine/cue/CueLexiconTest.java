package io.demarche.engine.cue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueLexiconTest {
    @Test
    void hasHundredsOfFrames() {
        assertThat(CueLexicon.load().size()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "welcome, welcoming",
        "deny, denied",
        "condemn, condemned",
        "ban, banned",
        "take, took",
        "withdraw, withdrawn",
        "veto, vetoes",
        "clash, clashes",
        "agree, agreed",
        "tie, tying",
        "commit, committing",
        "signal, signalling",
        "signal, signaling"
    })
    void knowsTheFormsOfAVerb(String lemma, String form) {
        assertThat(new Inflection().verb(lemma)).contains(form);
    }
}
