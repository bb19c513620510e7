package io.demarche.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text, the engine answers, and what it answers lies inside the text. */
class AnyTextTest {
    private static final StanceEngine ENGINE = StanceEngine.create();

    @Property(tries = 300)
    void anyCharacters(@ForAll String text) {
        holds(text);
    }

    @Property(tries = 400)
    void anyOrderOfWords(@ForAll("words") String text) {
        holds(text);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "Moscow",
                        "Kyiv",
                        "U.S.",
                        "the",
                        "that",
                        "welcomed",
                        "rejected",
                        "talks",
                        "peace",
                        "plan",
                        "not",
                        "if",
                        ",",
                        ".",
                        "“",
                        "”",
                        "\"",
                        "said",
                        "who",
                        "by",
                        "to",
                        "support",
                        "'s",
                        "’s",
                        "and",
                        "but",
                        "they",
                        "it",
                        "we",
                        "according",
                        "NATO",
                        "sanctions",
                        "between",
                        "no",
                        "😀",
                        "\n",
                        "—",
                        ";",
                        "must",
                        "both",
                        "sides",
                        "strategy",
                        "refused",
                        "is",
                        "was",
                        "been",
                        "Russian",
                        "officials",
                        "-",
                        "relations",
                        "with",
                        "document",
                        "any",
                        "\u0000",
                        "\ud83d",
                        "‏",
                        "<b>",
                        "declined",
                        "comment",
                        "of")
                .list()
                .ofMaxSize(60)
                .map(words -> String.join(" ", words));
    }

    private static void holds(String text) {
        Analysis analysis = ENGINE.analyse(AnalysisRequest.of(text));
        int length = text.codePointCount(0, text.length());
        for (Stance stance : analysis.stances()) {
            SentenceSpan sentence = stance.evidence().sentence();
            assertThat(sentence.start()).isBetween(0, sentence.end());
            assertThat(sentence.end()).isLessThanOrEqualTo(length);
            assertThat(stance.evidence().cue().start()).isBetween(sentence.start(), sentence.end());
            assertThat(stance.confidence()).isBetween(0.0, 1.0);
            assertThat(stance.score()).isBetween(-1.0, 1.0);
        }
    }
}
