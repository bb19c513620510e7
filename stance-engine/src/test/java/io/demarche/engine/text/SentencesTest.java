package io.demarche.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    private static final int LONG = 50_000;
    private static final int MOST_WORDS = 160;
    private static final int MOST_UNITS = 4_000;
    private static final Sentences SENTENCES = Sentences.load(new NoClasses());

    @Test
    void aNameIsNotCutAtItsAbbreviation() {
        List<Sentence> found = SENTENCES.of("The U.S. Congress met Gen. Miller. It agreed.");
        assertThat(found).extracting(sentence -> sentence.token(0).text()).containsExactly("The", "It");
    }

    @Test
    void aLineEndEndsASentence() {
        List<Sentence> found = SENTENCES.of("Moscow agreed\r\nKyiv did not\n\n");
        assertThat(found).extracting(Sentence::paragraph).containsExactly(0, 1);
    }

    /**
     * Later steps look at a sentence's words more than once, so that their cost is bounded only where a sentence's length is;
     * and twice the text must be twice the words, not more.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "word ",
                ".",
                "A.",
                "...?! ",
                "\u0627\u0644\u0633\u0644\u0627\u0645 ",
                "\u05e9\u05dc\u05d5\u05dd",
                "\ud83d\ude00",
                "\ud83d\ude00 \ud83c\uddfa\ud83c\udde6",
                "<div class=\"a\"><p>Talks</p></div>",
                "\u0000\u0007\u001b",
                "\u202e.\u200b ",
                "\ud83d",
                "e\u0301",
                "\u4f1a\u8c08"
            })
    void anyTextIsCutIntoShortSentencesAndTwiceTheTextIsTwiceTheWords(String unit) {
        String once = unit.repeat(LONG / unit.length());
        List<Sentence> found = SENTENCES.of(once);
        assertThat(found)
                .allMatch(sentence -> sentence.size() <= MOST_WORDS && sentence.end() - sentence.start() <= MOST_UNITS);
        int words = words(found);
        assertThat(words(SENTENCES.of(once + once))).isCloseTo(2 * words, within(2 + words / 50));
    }

    private static int words(List<Sentence> sentences) {
        return sentences.stream().mapToInt(Sentence::size).sum();
    }

    private static final class NoClasses implements WordClasses {
        @Override
        public boolean isVerbForm(String lower) {
            return false;
        }

        @Override
        public boolean isNounForm(String lower) {
            return false;
        }
    }
}
