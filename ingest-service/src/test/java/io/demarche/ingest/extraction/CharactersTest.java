package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharactersTest {

    @Test
    void removesWhatCannotBeStored() {
        assertThat(Characters.clean("a\u0000b\uD800c\uDC00\uD83D\uDE00")).isEqualTo("ab\uFFFDc\uFFFD\uD83D\uDE00");
        assertThat(Characters.clean("a\r\nb\rc\u2028d")).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void countsCodePoints() {
        assertThat(Characters.count("a\uD83D\uDE00b")).isEqualTo(3);
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Characters.cut("a\uD83D\uDE00b", 2)).isEqualTo("a");
        assertThat(Characters.cut("abc", 2)).isEqualTo("ab");
        assertThat(Characters.cut("ab", 2)).isEqualTo("ab");
    }

    @Test
    void foldsSpellings() {
        assertThat(Characters.fold("  “Don’t” — STOP!  ")).isEqualTo("dont stop");
        assertThat(Characters.line(" \u0000 ")).isNull();
    }
}
