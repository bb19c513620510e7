package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says of its article besides the text. */
class PageMetadataTest {

    private static final String TEXT =
            "<p>The minister said on Monday that her government would not accept the terms of the proposal.</p>"
                    + "<p>Her opponents, who had called for talks, welcomed the decision but asked for a vote.</p>";

    private static Extraction extract(String head, String above, String below) {
        return Extractors.PAGES.extract(
                "<html><head>" + head + "</head><body><article><h1>Terms refused</h1>" + above + TEXT + below
                        + "</article></body></html>",
                "https://news.example/world/terms");
    }

    private static String jsonLd(String properties) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"," + properties + "}</script>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"image\":\"https://i.example/a.jpg\" | https://i.example/a.jpg",
                "\"image\":\"/a.jpg\" | https://news.example/a.jpg",
                "\"image\":{\"@type\":\"ImageObject\",\"url\":\"//i.example/b.jpg\"} | https://i.example/b.jpg",
                "\"image\":[{\"contentUrl\":\"https://i.example/c.jpg\"},\"https://i.example/d.jpg\"] | https://i.example/c.jpg",
                "\"image\":\"data:image/png;base64,AAAA\" | https://i.example/meta.jpg",
                "\"image\":\"javascript:alert(1)\" | https://i.example/meta.jpg",
                "\"image\":[] | https://i.example/meta.jpg",
            })
    void findsTheLeadImage(String property, String address) {
        assertThat(extract(
                                jsonLd(property) + "<meta property='og:image' content=' https://i.example/meta.jpg '>",
                                "",
                                "")
                        .image())
                .isEqualTo(address);
    }

    @Test
    void hasNoImageWithoutAnAddressOfTheWeb() {
        assertThat(extract("<meta property='og:image' content='ftp://i.example/a.jpg'>", "", "")
                        .image())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"False\"", "\"http://schema.org/False\""})
    void saysWhenThePublicationSellsTheArticle(String value) {
        assertThat(extract(jsonLd("\"isAccessibleForFree\":" + value), "", "").paywalled())
                .isTrue();
        assertThat(extract(jsonLd("\"hasPart\":[{\"isAccessibleForFree\":" + value + "}]"), "", "")
                        .paywalled())
                .isTrue();
        assertThat(extract(jsonLd("\"isAccessibleForFree\":true"), "", "").paywalled())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subscribe now to continue reading",
                "To continue reading this article, please sign in or register.",
                "This article is only available to our subscribers.",
                "You’ve reached your limit of free articles this month",
                "Cet article est réservé aux abonnés",
            })
    void saysWhenTheTextEndsInAnOffer(String offer) {
        Extraction cut = extract("", "", "<div class='box'>" + offer + "</div>");

        assertThat(cut.paywalled()).isTrue();
        assertThat(cut.paragraphs()).hasSize(2);
        assertThat(extract("", "<div class='box'>" + offer + "</div>", "").paywalled())
                .as("above the text")
                .isFalse();
    }

    @Test
    void aWholeArticleIsNotCutShort() {
        assertThat(extract(
                                "",
                                "",
                                "<p>" + "And more was said of it on Tuesday. ".repeat(120)
                                        + "</p><div>Subscribe now to continue reading</div>")
                        .paywalled())
                .isFalse();
        assertThat(extract("", "", "").paywalled()).isFalse();
    }

    @Test
    void looksAtVisibleTextLast() {
        String line = "<div class='date'>Published 11:11 PM EST Nov 19, 2019</div>";

        assertThat(extract("", line, "").publishedAt()).isEqualTo(Instant.parse("2019-11-20T04:11:00Z"));
        assertThat(Extractors.PAGES
                        .extract("<article>" + line + TEXT, "https://news.example/2020/01/02/x")
                        .publishedAt())
                .isEqualTo(Instant.parse("2020-01-02T00:00:00Z"));
    }

    @Test
    void takesADatedPageForTheArticleWhereNothingElseIs() {
        String page = "<script type='application/ld+json'>{\"@type\":\"MedicalWebPage\",\"headline\":\"On terms\","
                + "\"datePublished\":\"2019-11-14T08:00:00Z\"}</script>";

        assertThat(extract(page, "", "").title()).isEqualTo("On terms");
        assertThat(extract(page + jsonLd("\"headline\":\"Terms\""), "", "").title())
                .isEqualTo("Terms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "By Ann Author | Ann Author",
                "Ann Author and Bob Byline | Ann Author and Bob Byline",
                "Ann Author @ann Nov 18, 2019 at 9:24 pm ET • 2 min read | Ann Author",
                "Ann Author, Example Agency | Ann Author, Example Agency",
                "Ann Author on Monday, November 18th, 2019 | Ann Author",
                "STAFF NOVEMBER 20, 2019 10:43 | STAFF",
                "Von Ann Author veröffentlicht am 25. September 2018 | Ann Author",
                "admin | -",
                "https://news.example/authors/ann | -",
                "@ann | -",
                "2019 | -",
            })
    void takesTheNamesOutOfABylne(String line, @Nullable String names) {
        assertThat(BylineReader.names(line)).isEqualTo(names);
    }
}
