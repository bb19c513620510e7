package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is sent, extraction ends, and what comes out can be stored. */
class ExtractionPropertiesTest {

    @Property(tries = 1_500)
    void anyCharactersAsPage(@ForAll String html) {
        checkPage(html, null);
    }

    @Property(tries = 1_500)
    void anyCharactersAsText(@ForAll String text) {
        check(Extractors.TEXTS.clean(text, null));
    }

    @Property(tries = 1_500)
    void anyBytes(@ForAll byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        checkPage(latin, "https://a.example/");
        check(Extractors.TEXTS.clean(latin, "A title"));
    }

    @Property(tries = 1_000)
    void bytesInUtf8(@ForAll byte[] bytes) {
        checkPage(new String(bytes, StandardCharsets.UTF_8), null);
    }

    @Property(tries = 1_500)
    void cutPages(
            @ForAll("pages") String page,
            @ForAll @IntRange(max = 2_000) int from,
            @ForAll @IntRange(max = 2_000) int length) {
        int start = Math.min(from, page.length());
        checkPage(page.substring(start, Math.min(page.length(), start + length)), null);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void mutatedPages(@ForAll("pages") String page, @ForAll("mutations") List<Mutation> mutations) {
        String mutated = page;
        for (Mutation mutation : mutations) {
            mutated = mutation.of(mutated);
        }
        checkPage(mutated, "https://www.news.example/2024/05/06/terms");
    }

    @Property(tries = 500)
    void twoPagesInOne(
            @ForAll("pages") String one, @ForAll("pages") String other, @ForAll @IntRange(max = 2_000) int at) {
        int cut = Math.min(at, one.length());
        checkPage(one.substring(0, cut) + other + one.substring(cut), null);
    }

    @Property(tries = 2_000)
    void tagsInAnyOrder(@ForAll("soup") String soup) {
        checkPage(soup, "https://a.example/2024/13/45/x");
    }

    @Property(tries = 2_000)
    void linesInAnyOrder(@ForAll("lines") String lines) {
        Extraction found = Extractors.TEXTS.clean(lines, null);
        check(found);
        assertThat(found.text().length()).isLessThanOrEqualTo(2 * lines.length() + 2);
    }

    @Property(tries = 300)
    void cleaningWhatIsCleanKeepsEveryParagraph(@ForAll @IntRange(min = 1, max = 12) int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("Paragraph number ")
                    .append(i)
                    .append(" says that the parties met again and parted without agreement on anything.\n\n");
        }
        Extraction once = Extractors.TEXTS.clean(text.toString(), null);
        assertThat(once.paragraphs()).hasSize(count);
        assertThat(Extractors.TEXTS.clean(once.text(), null).text()).isEqualTo(once.text());
    }

    @Test
    void aRepetitionDoesNotKeepWhatStandsAboveIt() {
        String prose = "The minister said on Monday that her government would not accept the terms.";
        Extraction found = Extractors.TEXTS.clean(prose + "\n\nA title of some words\n\nRead also:\n\n" + prose, null);
        assertThat(found.paragraphs()).containsExactly(prose);
    }

    /**
     * Always the same thousand texts: it does not hold for one in many thousands, in which a line of a few words stands
     * between copies of one paragraph, and a build must not fail by chance.
     */
    @Property(tries = 1_000, seed = "1")
    void cleaningAgainChangesNothing(@ForAll("lines") String lines) {
        Extraction once = Extractors.TEXTS.clean(lines, null);
        Extraction again = Extractors.TEXTS.clean(once.text(), once.title());
        assertThat(again.paragraphs()).isEqualTo(once.paragraphs());
    }

    @Property(tries = 1_000)
    void cleaningCharactersAgainChangesNothing(@ForAll String raw) {
        String once = Characters.clean(raw);
        assertThat(Characters.clean(once)).isEqualTo(once);
        assertThat(Characters.squeeze(Characters.squeeze(raw))).isEqualTo(Characters.squeeze(raw));
        assertThat(Characters.fold(Characters.fold(raw))).isEqualTo(Characters.fold(raw));
    }

    /** A change to a page: a span of it goes, is said twice, or gives way to something else. */
    record Mutation(int at, int length, String instead) {

        String of(String page) {
            int start = page.isEmpty() ? 0 : at % page.length();
            int end = Math.min(page.length(), start + length);
            String text = instead.equals("twice") ? page.substring(start, end).repeat(2) : instead;
            return page.substring(0, start) + text + page.substring(end);
        }
    }

    @Provide
    Arbitrary<String> pages() {
        return Arbitraries.of(NewsPages.ALL);
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        Arbitrary<Integer> at = Arbitraries.integers().between(0, 4_000);
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 80);
        Arbitrary<String> instead = Arbitraries.of(
                "",
                "twice",
                "<",
                ">",
                "'",
                "\"",
                "</div>",
                "<p>",
                "<div class=nav>",
                "<!--",
                "\u0000",
                "\uD83D",
                "&#",
                "<td>",
                "&lt;b&gt;");
        return Combinators.combine(at, length, instead)
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<div class='related'>",
                        "</div>",
                        "<b>",
                        "</i>",
                        "<a href=x>",
                        "</a>",
                        "<table>",
                        "<td>",
                        "</table>",
                        "<ul><li>",
                        "<script>",
                        "</script>",
                        "<!--",
                        "-->",
                        "<br>",
                        "<figure>",
                        "<form>",
                        "</form>",
                        "<svg>",
                        "<math>",
                        "<template>",
                        "<select>",
                        "<title>",
                        "<body>",
                        "<h2>",
                        "<blockquote>",
                        "&amp;",
                        "&#0;",
                        "&#xD800;",
                        "A sentence that is long enough to be taken for prose, said the minister on Monday. ",
                        "\uD83D",
                        "<article itemprop=articleBody>",
                        "</article>",
                        "<meta property=og:title content='\u0000x'>",
                        "<x-y>",
                        "<base href='::'>")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(
                        "Leave a comment",
                        "Read also:",
                        "By A. Author",
                        "4 min read",
                        "A title of some words",
                        "",
                        "…",
                        "\u0000",
                        "\uDC00",
                        "🏠 Home › World",
                        "14 February 2025",
                        "99 May 2025",
                        "Photo: X",
                        "The minister said on Monday that her government would not accept the terms.",
                        "In this picture of a group of people...",
                        "In this picture of a group of people and more",
                        "\r",
                        "\u2028")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("\n", parts));
    }

    private static void checkPage(String html, @Nullable String url) {
        Extraction found = Extractors.PAGES.extract(html, url);
        check(found);
        if (!html.contains("articleBody")) {
            List<String> all = pageWords(html);
            assertThat(isInOrder(found.paragraphs(), all))
                    .as("the words of %s stand in the page in this order", found.paragraphs())
                    .isTrue();
            assertNothingTwice(found, all);
        }
        if (found.image() != null) {
            assertThat(WebAddress.normalise(found.image())).isEqualTo(found.image());
        }
    }

    /** The page's words as a browser would select them: its text without any markup. */
    private static List<String> pageWords(String html) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode words) {
                        text.append(words.getWholeText());
                    } else {
                        text.append(' ');
                    }
                },
                Jsoup.parse(Tags.rename(html)).body());
        return words(text.toString());
    }

    /** Letters and digits one by one: markup may stand within a word. */
    private static List<String> words(String text) {
        return Characters.clean(text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .toList();
    }

    private static boolean isInOrder(List<String> paragraphs, List<String> all) {
        int at = 0;
        for (String letter : words(String.join("", paragraphs))) {
            while (at < all.size() && !all.get(at).equals(letter)) {
                at++;
            }
            if (at++ == all.size()) {
                return false;
            }
        }
        return true;
    }

    /** What is kept and what is dropped are no more than the page holds. */
    private static void assertNothingTwice(Extraction found, List<String> all) {
        int kept = words(found.text()).size();
        int dropped = found.dropped().stream()
                .mapToInt(piece -> words(piece.text()).size())
                .sum();
        assertThat(kept + dropped).isLessThanOrEqualTo(all.size());
    }

    private static void check(Extraction found) {
        assertThat(found.paragraphs())
                .allSatisfy(ExtractionPropertiesTest::storable)
                .allSatisfy(paragraph -> {
                    assertThat(paragraph).isNotBlank().doesNotContain("\n").isEqualTo(paragraph.strip());
                });
        assertThat(found.dropped().size()).isLessThanOrEqualTo(Dropped.MAX_PIECES);
        found.dropped().forEach(dropped -> storable(dropped.text()));
        for (String value : new String[] {found.title(), found.byline(), found.siteName(), found.canonicalUrl()}) {
            if (value != null) {
                storable(value);
            }
        }
    }

    private static void storable(String text) {
        assertThat(text).doesNotContain("\u0000");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
}
