package io.demarche.ingest.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static String text(List<String> paragraphs) {
        return String.join("\n\n", paragraphs);
    }

    /** Found through their numbers, as in the database, and copies by the rule. */
    private static boolean found(String one, String other) {
        long[] a = Shingles.of(one);
        long[] b = Shingles.of(other);
        long[] mine = MinHash.bands(a);
        long[] others = MinHash.bands(b);
        return IntStream.range(0, mine.length).anyMatch(band -> mine[band] == others[band])
                && CopyRules.areCopies(a, b);
    }

    /** The figures of docs/stories.md. */
    @Test
    void tellsEditedCopiesFromOtherArticlesOnTheSameEvent() {
        Random random = new Random(17);
        MadeNews news = new MadeNews(random);
        int events = 2_000;
        int copies = 0;
        int mistaken = 0;
        for (int i = 0; i < events; i++) {
            MadeNews.Event event = news.event();
            List<String> original = news.article(event);
            copies += found(text(original), text(news.edited(original))) ? 1 : 0;
            mistaken += found(text(original), text(news.article(event))) ? 1 : 0;
        }
        double recall = (double) copies / events;
        double precision = (double) copies / (copies + mistaken);
        System.out.printf("stories: %d events, precision %.4f, recall %.4f%n", events, precision, recall);
        assertThat(precision).isGreaterThanOrEqualTo(0.98);
        assertThat(recall).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aCutIsACopyAndAQuotationIsNot() {
        MadeNews news = new MadeNews(new Random(3));
        List<String> whole = news.article(news.event());
        long[] shingles = Shingles.of(text(whole));

        assertThat(CopyRules.areCopies(shingles, Shingles.of(text(whole.subList(0, whole.size() * 3 / 4)))))
                .isTrue();
        assertThat(CopyRules.areCopies(shingles, Shingles.of(text(whole.subList(0, 2)))))
                .isFalse();
        assertThat(CopyRules.areCopies(new long[0], new long[0])).isFalse();
    }

    @Test
    void caseSpacingAndPunctuationDoNotCount() {
        assertThat(Shingles.of("The Kremlin, again, said no."))
                .isEqualTo(Shingles.of("the kremlin\n again said — NO"))
                .hasSize(3);
        assertThat(Shingles.common(Shingles.of("one two three four"), Shingles.of("zero one two three")))
                .isEqualTo(1);
    }

    @Test
    void shortTextsStandAlone() {
        assertThat(MinHash.bands(Shingles.of("Talks go on."))).isEmpty();
        assertThat(MinHash.bands(Shingles.of(""))).isEmpty();
    }

    /** They are stored: another version has to find what this one kept. */
    @Test
    void theNumbersStayWhatTheyAre() {
        String text = String.join(
                " ", IntStream.range(0, 40).mapToObj(i -> "word" + i).toList());

        assertThat(Arrays.hashCode(MinHash.bands(Shingles.of(text)))).isEqualTo(STORED);
    }

    private static final int STORED = -492073825;

    @Property(tries = 500)
    void anyTextSharesAllWithItself(@ForAll String text) {
        long[] shingles = Shingles.of(text);

        assertThat(Shingles.common(shingles, shingles)).isEqualTo(shingles.length);
        assertThat(shingles).isSorted();
    }

    @Test
    void chainsBecomeOneStoryThatGoesByTheOldest() {
        UUID[] a = IntStream.range(0, 4)
                .mapToObj(i -> new UUID(0x0190_0000_0000_7000L + i, -1L))
                .toArray(UUID[]::new);
        Map<UUID, UUID> stories = Map.of(a[0], a[0], a[1], a[1], a[2], a[2], a[3], a[3]);

        assertThat(Stories.merged(
                        stories,
                        List.of(
                                new CopyRepository.Pair(a[3], a[2]),
                                new CopyRepository.Pair(a[1], a[2]),
                                new CopyRepository.Pair(a[1], a[0]))))
                .isEqualTo(Map.of(a[1], a[0], a[2], a[0], a[3], a[0]));
        assertThat(Stories.merged(Map.of(a[0], a[0], a[1], a[0]), List.of(new CopyRepository.Pair(a[1], a[0]))))
                .isEmpty();
        // One was deleted in the meantime.
        assertThat(Stories.merged(Map.of(a[0], a[0]), List.of(new CopyRepository.Pair(a[1], a[0]))))
                .isEmpty();
    }
}
