package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageExtractorTest {

    private static final String FIRST =
            "The minister said on Monday that her government would not accept the terms of the proposal.";
    private static final String SECOND =
            "Her opponents, who had called for talks, welcomed the decision but asked for a vote in parliament.";
    private static final String THIRD =
            "No date has been set, and officials in the capital declined to comment on the next steps.";

    private static Extraction extract(String html) {
        return Extractors.PAGES.extract(html, "https://news.example/2024/05/06/terms");
    }

    private static String page(String head, String body) {
        return "<!DOCTYPE html><html lang='en-GB'><head>" + head + "</head><body>" + body + "</body></html>";
    }

    private static String p(String text) {
        return "<p>" + text + "</p>";
    }

    @Test
    void keepsParagraphsAndHeadingsInOrderAndDropsTheRest() {
        Extraction found = extract(page(
                "<title>Terms refused | The Example</title><meta property='og:site_name' content='The Example'>",
                "<a class='skip' href='#m'>Skip to content</a>"
                        + "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
                        + "<article><h1>Terms refused</h1><div class='byline'>By Ann Author</div>" + p(FIRST)
                        + "<figure><img><figcaption>A square. Photo: B. Maker</figcaption></figure>"
                        + "<h2>What comes next</h2>" + p(SECOND)
                        + "<div class='share-bar'><a href='#'>Facebook</a></div>" + p(THIRD)
                        + "<p>Read also: <a href='/x'>Something else</a></p>"
                        + "<section class='newsletter'>"
                        + p("Get our best stories every week, and much more besides, by email.")
                        + "</section></article>"
                        + "<section id='comments'><h2>Comments</h2>"
                        + p("I do not agree with the minister at all, and never will.")
                        + "</section><footer>© 2024 The Example</footer>"));

        assertThat(found.paragraphs()).containsExactly(FIRST, "What comes next", SECOND, THIRD);
        assertThat(found.title()).isEqualTo("Terms refused");
        assertThat(found.siteName()).isEqualTo("The Example");
        assertThat(found.language()).isEqualTo("en");
        assertThat(found.dropped())
                .extracting(Dropped::reason, Dropped::text)
                .contains(
                        tuple(DropReason.NAVIGATION, "Skip to content"),
                        tuple(DropReason.NAVIGATION, "World"),
                        tuple(DropReason.DUPLICATE_TITLE, "Terms refused"),
                        tuple(DropReason.BYLINE, "By Ann Author"),
                        tuple(DropReason.CAPTION, "A square. Photo: B. Maker"),
                        tuple(DropReason.SHARE, "Facebook"),
                        tuple(DropReason.RELATED, "Read also: Something else"),
                        tuple(
                                DropReason.NEWSLETTER,
                                "Get our best stories every week, and much more besides, by email."),
                        tuple(DropReason.COMMENT, "I do not agree with the minister at all, and never will."));
    }

    @Test
    void findsTheArticleWithoutAnyHelpFromTheMarkup() {
        Extraction found = extract(
                page(
                        "",
                        "<div><div><a href='/a'>One</a> <a href='/b'>Two</a> <a href='/c'>Three</a></div>"
                                + "<div><div>" + p(FIRST) + p(SECOND) + p(THIRD) + "</div></div>"
                                + "<div><ul><li><a href='/d'>Another story that has nothing to do with it</a></li>"
                                + "<li><a href='/e'>And one more of them with a long headline to read</a></li></ul></div></div>"));

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void takesTextThatIsParagraphedByLineBreaks() {
        Extraction found =
                extract(page("", "<div>" + FIRST + "<br><br>" + SECOND + "<br />\n<br />" + THIRD + "</div>"));

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void doesNotBelieveAClassThatHoldsTheArticle() {
        Extraction found = extract(page("", "<div class='has-sidebar'>" + p(FIRST) + p(SECOND) + p(THIRD) + "</div>"));

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void keepsWordsOfInlineMarkupTogether() {
        Extraction found = extract(page(
                "",
                "<article>"
                        + p(
                                "The <b>min</b>ister of <a href='/n'>NATO</a>’s newest member said &amp; meant it, her office told us.")
                        + p(SECOND) + "</article>"));

        assertThat(found.paragraphs().get(0)).startsWith("The minister of NATO’s newest member said & meant it");
    }

    @Test
    void dropsWhatIsThereTwice() {
        Extraction found = extract(page("", "<article>" + p(FIRST) + p(SECOND) + p(FIRST) + "</article>"));

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND);
        assertThat(found.dropped()).extracting(Dropped::reason).containsExactly(DropReason.DUPLICATE);
    }

    @Test
    void readsJsonLdBeforeMetaTags() {
        Extraction found = extract(page(
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],"
                        + "\"headline\":\"Right &amp; proper\",\"datePublished\":\"2024-05-06T08:00:00+02:00\","
                        + "\"author\":[{\"name\":\"Ann Author\"},{\"name\":\"Bob Byline\"}],\"publisher\":{\"name\":\"Example\"},}]}</script>"
                        + "<meta property='og:title' content='Wrong'><meta name='author' content='Wrong'>"
                        + "<link rel='canonical' href='/canonical#top'>",
                "<article>" + p(FIRST) + p(SECOND) + "</article>"));

        assertThat(found.title()).isEqualTo("Right & proper");
        assertThat(found.byline()).isEqualTo("Ann Author, Bob Byline");
        assertThat(found.publishedAt()).isEqualTo(Instant.parse("2024-05-06T06:00:00Z"));
        assertThat(found.siteName()).isEqualTo("Example");
        assertThat(found.canonicalUrl()).isEqualTo("https://news.example/canonical");
    }

    @Test
    void fallsBackToMetaTagsThenMarkupThenTheAddress() {
        String article = "<article>" + p(FIRST) + p(SECOND) + "</article>";

        assertThat(extract(page("<meta name='date' content='2024-01-02T03:04:05Z'>", article))
                        .publishedAt())
                .isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
        assertThat(extract(page("", "<time datetime='2024-02-03'>x</time>" + article))
                        .publishedAt())
                .isEqualTo(Instant.parse("2024-02-03T00:00:00Z"));
        assertThat(extract(page("", article)).publishedAt()).isEqualTo(Instant.parse("2024-05-06T00:00:00Z"));
        assertThat(extract(page("", "<h1>Heading</h1>" + article)).title()).isEqualTo("Heading");
        assertThat(Extractors.PAGES.extract(page("", article), null).publishedAt())
                .isNull();
    }

    @Test
    void takesTheBodyOfJsonLdWhenThePageShowsNone() {
        Extraction found = extract(page(
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" + FIRST + "\\n" + SECOND
                        + "\"}</script>",
                "<div id='app'></div>"));

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND);
    }

    @Test
    void saysThatThereIsNoArticle() {
        assertThat(extract("").paragraphs()).isEmpty();
        assertThat(extract(page("", "<nav><a href='/'>Home</a></nav>")).paragraphs())
                .isEmpty();
        assertThat(extract("<script>let a = 1;</script>").paragraphs()).isEmpty();
    }

    @Test
    @Timeout(60)
    void survivesTablesThatAreNone() {
        assertThat(extract("<table>" + "<div>x</div>".repeat(150_000)).paragraphs())
                .isEmpty();
        assertThat(extract("<table><td>".repeat(100_000) + p(FIRST)).text()).contains("The minister said");
    }

    @Test
    void readsCellsInOrder() {
        String html = "<TABLE class=layout><TR><TD>" + p(FIRST) + "</TD><td >" + p(SECOND)
                + "</td></TR></TABLE><tracker>" + p(THIRD);

        assertThat(extract(html).paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void cleansCharactersThatNobodySees() {
        Extraction found = extract(page(
                "<title>A\u0000B</title>",
                "<article>" + p("Zero\u200Bwidth \u0000 " + FIRST) + p(SECOND) + "</article>"));

        assertThat(found.paragraphs().get(0)).startsWith("Zerowidth").doesNotContain("\u0000");
        assertThat(String.valueOf(found.title()).getBytes(StandardCharsets.UTF_8))
                .doesNotContain((byte) 0);
    }
}
