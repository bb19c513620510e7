package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is sent, extraction ends, and what comes out can be stored. */
class ExtractionPropertiesTest {

    private static final String PAGE = "<!DOCTYPE html><html lang=en><head><title>A title</title>"
            + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"A title\",\"author\":[{\"name\":\"B\"}]}</script>"
            + "<meta property='article:published_time' content='2024-05-06T07:08:09+02:00'></head><body><nav><a href='/'>Home</a></nav>"
            + "<article><h1>A title</h1><p>The minister said on Monday that her government would not accept the terms.</p>"
            + "<table><tr><td>cell</table><p class='caption'>Photo: X</p><ul><li>One<li>Two</ul><br><br>"
            + "<p>Her opponents, who had called for talks, welcomed the decision but asked for a vote in parliament.</p></article></body></html>";

    @Property(tries = 1_500)
    void anyCharactersAsPage(@ForAll String html) {
        check(Extractors.PAGES.extract(html, null));
    }

    @Property(tries = 1_500)
    void anyCharactersAsText(@ForAll String text) {
        check(Extractors.TEXTS.clean(text, null));
    }

    @Property(tries = 1_500)
    void anyBytes(@ForAll byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        check(Extractors.PAGES.extract(latin, "https://a.example/"));
        check(Extractors.TEXTS.clean(latin, "A title"));
    }

    @Property(tries = 1_500)
    void cutPages(@ForAll @IntRange(max = 900) int from, @ForAll @IntRange(max = 900) int length) {
        int start = Math.min(from, PAGE.length());
        check(Extractors.PAGES.extract(PAGE.substring(start, Math.min(PAGE.length(), start + length)), null));
    }

    @Property(tries = 2_000)
    void tagsInAnyOrder(@ForAll("soup") String soup) {
        check(Extractors.PAGES.extract(soup, "https://a.example/2024/13/45/x"));
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
