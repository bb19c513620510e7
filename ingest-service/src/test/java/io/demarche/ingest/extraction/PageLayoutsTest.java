package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/** How pages are laid out: what stands around, between and below an article's paragraphs. */
class PageLayoutsTest {

    private static final String FIRST =
            "The minister said on Monday that her government would not accept the terms of the proposal.";
    private static final String SECOND =
            "Her opponents, who had called for talks, welcomed the decision but asked for a vote in parliament.";
    private static final String THIRD =
            "No date has been set, and officials in the capital declined to comment on the next steps.";

    private static final String LAST =
            "In the evening thousands went to the square before the palace, where the unions had called for a rally.";

    private static Extraction extract(String article) {
        return Extractors.PAGES.extract(
                "<html><body><article>" + article + "</article></body></html>",
                "https://www.news.example/2024/05/06/terms");
    }

    private static String p(String text) {
        return "<p>" + text + "</p>";
    }

    @Test
    void keepsTheRowsOfATable() {
        Extraction found = extract(p(FIRST) + "<table><tr><th>State<th>Votes</tr><tr class='player-1'><td>France"
                + "<td class='ticker'>12</tr></table>" + p(SECOND));

        assertThat(found.paragraphs()).containsExactly(FIRST, "State Votes", "France 12", SECOND);
    }

    @Test
    void readsATableThatIsALayoutAsBoxes() {
        Extraction found =
                extract("<table><tr><td>" + p(FIRST) + "</td><td>" + p(SECOND) + p(THIRD) + "</td></tr></table>");

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void dropsWhatSumsUpAboveTheTextOnly() {
        Extraction found = extract("<header><h1>Terms refused</h1><h2>" + THIRD
                + "</h2><p class='byline'>By Ann Author</p></header><div class='key-points'><ul><li>" + SECOND
                + "</li></ul></div>" + p(FIRST) + "<h3 class='subhead'>What comes next</h3>" + p(SECOND));

        assertThat(found.paragraphs()).containsExactly(FIRST, "What comes next", SECOND);
        assertThat(found.dropped())
                .extracting(Dropped::reason, Dropped::text)
                .containsExactly(
                        tuple(DropReason.DUPLICATE_TITLE, "Terms refused"),
                        tuple(DropReason.SUMMARY, THIRD),
                        tuple(DropReason.BYLINE, "By Ann Author"),
                        tuple(DropReason.SUMMARY, SECOND));
        assertThat(found.byline()).isEqualTo("Ann Author");
    }

    @Test
    void doesNotBelieveThatAllOfATextSumsUp() {
        String summary = "<p class='subtitle'>";

        assertThat(extract(summary + FIRST + "</p>" + summary + SECOND + "</p>" + summary + THIRD + "</p>")
                        .paragraphs())
                .containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void keepsPostsThatAreShownInFull() {
        Extraction found = extract(p(FIRST) + "<div class='social-media-embed'><blockquote>" + SECOND
                + "</blockquote></div><div class='social-media'><p>" + THIRD + "</p></div>");

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND);
    }

    @Test
    void keepsLinksToOtherSitesAndListsThatAreMoreThanLinks() {
        Extraction found = extract(p(FIRST) + p(THIRD) + p(LAST)
                + "<ul><li><a href='https://un.example/resolution'>The resolution in full</a></ul>"
                + "<ul><li><a href='/x'>Another story of this paper to read</a></ul>"
                + "<ol><li><a href='/y'>The vote was put off until after Easter.</a><li>" + SECOND
                + "</ol><ul><li><a href='https://facebook.com/sharer'>Tell all of your friends about it</a></ul>");

        assertThat(found.paragraphs())
                .containsExactly(
                        FIRST,
                        THIRD,
                        LAST,
                        "The resolution in full",
                        "The vote was put off until after Easter.",
                        SECOND);
    }

    @Test
    void takesWhatIsShownOnHoverOutOfASentence() {
        Extraction found = extract("<p>The minister <span class='tooltip'>Her life and her office</span>, who was at "
                + "home, said that <x-source>her government</x-source> would not accept it.</p>" + p(SECOND));

        assertThat(found.paragraphs())
                .containsExactly(
                        "The minister, who was at home, said that her government would not accept it.", SECOND);
        assertThat(found.dropped()).extracting(Dropped::text).containsExactly("Her life and her office");
    }

    @Test
    void keepsWhatIsRepeatedUnderAnotherHeading() {
        String steps = "<h3>What is asked</h3>" + p(FIRST);

        assertThat(extract("<h2>In spring</h2>" + steps + "<h2>In autumn</h2>" + steps)
                        .paragraphs())
                .containsExactly("In spring", "What is asked", FIRST, "In autumn", "What is asked", FIRST);
        assertThat(extract("<h2>In spring</h2>" + steps + p(SECOND) + "<blockquote>" + FIRST + "</blockquote>")
                        .paragraphs())
                .containsExactly("In spring", "What is asked", FIRST, SECOND);
    }

    @Test
    void dropsTheNotesBelowTheText() {
        Extraction found = extract(p("Follow the rules on Twitter or leave, the minister said on Monday.")
                + p(FIRST)
                + p(SECOND)
                + p("Ann Author is our correspondent in the capital. Follow her on Twitter at @ann.")
                + p("This document is subject to copyright. No part may be reproduced without permission."));

        assertThat(found.paragraphs()).hasSize(3).endsWith(SECOND);
        assertThat(found.dropped()).extracting(Dropped::reason).containsExactly(DropReason.BYLINE, DropReason.CREDIT);
    }

    @Test
    void dropsThePagesOwnAddress() {
        assertThat(extract("<div>https://www.news.example/2024/05/06/terms</div>" + p(FIRST) + p(SECOND))
                        .paragraphs())
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void dropsCookieNoticesNewslettersAndAdvertisements() {
        Extraction found = extract(p("This website uses cookies to serve you better. Click here for more about it.")
                + p(FIRST)
                + p("Sign up for our newsletter")
                + p("Advertisement")
                + p(SECOND));

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND);
        assertThat(found.dropped())
                .extracting(Dropped::reason)
                .containsExactly(DropReason.NAVIGATION, DropReason.NEWSLETTER, DropReason.ADVERTISEMENT);
    }
}
