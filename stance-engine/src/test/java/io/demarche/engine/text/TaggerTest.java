package io.demarche.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.api.Test;

class TaggerTest {
    private static final Tagger TAGGER = new Tagger(LanguageModels.load().tags());
    private static final POSTaggerME REFERENCE = reference();

    @Test
    void tagsAPlainSentence() {
        assertThat(tags("Moscow", "rejected", "the", "new", "plan", "."))
                .containsExactly(Tag.PROPN, Tag.VERB, Tag.DET, Tag.ADJ, Tag.NOUN, Tag.PUNCT);
    }

    @Test
    void noWordsHaveNoTags() {
        assertThat(tags()).isEmpty();
    }

    @Test
    void anEmptyWordHasATag() {
        assertThat(tags("", "\ud83d", "\u0000", "-".repeat(5_000))).hasSize(4).doesNotContainNull();
    }

    @Test
    void givesTheSameTagsEachTime() {
        String[] words = {"The", "U.S.", "will", "not", "back", "a", "20", "-", "point", "plan", ",", "he", "said", "."
        };
        assertThat(tags(words)).isEqualTo(tags(words));
    }

    /** The feature of a word's place in the window must be the right one at both ends of a sentence. */
    @Property(tries = 1000)
    void tagsAsTheModelsOwnTaggerDoes(@ForAll("sentences") List<String> sentence) {
        String[] words = sentence.toArray(new String[0]);
        assertThat(tags(words))
                .as("%s", sentence)
                .isEqualTo(Arrays.stream(REFERENCE.tag(words)).map(Tag::of).toArray(Tag[]::new));
    }

    @Provide
    Arbitrary<List<String>> sentences() {
        Arbitrary<String> known = Arbitraries.of(
                "Moscow",
                "the",
                "The",
                "U.S.",
                "to",
                "talks",
                "said",
                "plan",
                "support",
                "rejected",
                "is",
                "was",
                "not",
                "new",
                "of",
                ",",
                ".",
                "“",
                "'s",
                "who",
                "that",
                "A.",
                "B",
                "NATO",
                "12",
                "2024",
                "1,500",
                "3.5",
                "9/11",
                "F16",
                "2-3",
                "123",
                "%",
                "$",
                "—",
                "and",
                "Ä.",
                "Ёлка",
                "été",
                "سلام",
                "cannot",
                "n't");
        Arbitrary<String> made = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars("0123456789.,-/'éü😀".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(8);
        return Arbitraries.oneOf(known, known, made).list().ofMinSize(1).ofMaxSize(12);
    }

    private static Tag[] tags(String... words) {
        return TAGGER.tag(
                words,
                Arrays.stream(words).map(word -> word.toLowerCase(Locale.ROOT)).toArray(String[]::new));
    }

    private static POSTaggerME reference() {
        try (InputStream model = TaggerTest.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
            return new POSTaggerME(new POSModel(model));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
