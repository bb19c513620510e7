package io.demarche.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TextCleanerTest {

    private static final String FIRST =
            "The minister said on Monday that her government would not accept the terms of the proposal.";
    private static final String SECOND =
            "Her opponents, who had called for talks, welcomed the decision but asked for a vote in parliament.";

    private static Extraction clean(String text) {
        return Extractors.TEXTS.clean(text, null);
    }

    @Test
    void liftsTitleBylineAndDateOut() {
        Extraction found = clean(
                """
                Terms of the proposal refused

                By Ann Author and Bob Byline
                14 February 2025, 18:42 GMT
                4 min read
                Skip to content
                Listen to this article 0:00 min

                %s

                %s
                """
                        .formatted(FIRST, SECOND));

        assertThat(found.title()).isEqualTo("Terms of the proposal refused");
        assertThat(found.byline()).isEqualTo("Ann Author and Bob Byline");
        assertThat(found.publishedAt()).isEqualTo(Instant.parse("2025-02-14T18:42:00Z"));
        assertThat(found.language()).isEqualTo("en");
        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND);
        assertThat(found.text()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(found.dropped())
                .extracting(Dropped::reason)
                .containsExactly(
                        DropReason.BYLINE,
                        DropReason.BYLINE,
                        DropReason.READING_TIME,
                        DropReason.NAVIGATION,
                        DropReason.PLAYER);
    }

    @Test
    void dropsDebrisBetweenAndBelowTheParagraphs() {
        Extraction found = clean(FIRST
                + "\n\nA square in the capital. (Photo: B. Maker/Agency)\n\nRead also: Something else\n\n" + SECOND
                + "\n\nRELATED STORIES\nWho are they?\nTimeline of events\n\nLeave a comment\nPeter: I agree with every word of this long piece, thanks.\n"
                + "© 2025 The Example");

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND);
        assertThat(found.dropped())
                .extracting(Dropped::reason, Dropped::text)
                .containsExactly(
                        tuple(DropReason.CAPTION, "A square in the capital. (Photo: B. Maker/Agency)"),
                        tuple(DropReason.RELATED, "Read also: Something else"),
                        tuple(DropReason.RELATED, "RELATED STORIES"),
                        tuple(DropReason.RELATED, "Who are they?"),
                        tuple(DropReason.RELATED, "Timeline of events"),
                        tuple(DropReason.COMMENT, "Leave a comment"),
                        tuple(DropReason.COMMENT, "Peter: I agree with every word of this long piece, thanks."),
                        tuple(DropReason.CREDIT, "© 2025 The Example"));
    }

    @Test
    void keepsSubheadingsBetweenParagraphs() {
        Extraction found = clean(FIRST + "\nWhat comes next\n" + SECOND);

        assertThat(found.paragraphs()).containsExactly(FIRST, "What comes next", SECOND);
    }

    @Test
    void dropsTheTitleWhereverItIsRepeated() {
        Extraction found =
                clean("Terms of the proposal refused\n" + FIRST + "\nTerms of the Proposal refused\n" + SECOND);

        assertThat(found.paragraphs()).containsExactly(FIRST, SECOND);
        assertThat(found.dropped()).extracting(Dropped::reason).containsExactly(DropReason.DUPLICATE_TITLE);
    }

    @Test
    void believesTheTitleThatTheSenderGives() {
        Extraction found = Extractors.TEXTS.clean("Home affairs desk\nA title\n" + FIRST, "A title");

        assertThat(found.title()).isEqualTo("A title");
        assertThat(found.paragraphs()).containsExactly(FIRST);
    }

    @Test
    void joinsHardWrappedLinesAndOnlyThose() {
        Extraction wrapped = clean(
                """
                The minister said on Monday that her government would not accept
                the terms of the proposal, which she had seen for the first time
                on Sunday.""");
        Extraction lines = clean(FIRST + "\n" + SECOND);

        assertThat(wrapped.paragraphs())
                .containsExactly("The minister said on Monday that her government would not accept the terms of the"
                        + " proposal, which she had seen for the first time on Sunday.");
        assertThat(lines.paragraphs()).containsExactly(FIRST, SECOND);
    }

    @Test
    void takesAShortStatementAsItIs() {
        assertThat(clean("Russia rejects the offer.").paragraphs()).containsExactly("Russia rejects the offer.");
        assertThat(clean("Russia rejects the offer").paragraphs()).containsExactly("Russia rejects the offer");
    }

    @Test
    void keepsSentencesAboutDebris() {
        String newsletter =
                "The minister told reporters that she would not subscribe to the view that sharing power on Facebook was a comment on democracy; she had read also that related talks were near.";

        assertThat(clean(newsletter).paragraphs()).containsExactly(newsletter);
    }

    @Test
    void leavesNothingOfNothing() {
        assertThat(clean("").paragraphs()).isEmpty();
        assertThat(clean(" \n\t\n\u0000").paragraphs()).isEmpty();
        assertThat(clean("Skip to content\nShare this article\nLeave a comment").paragraphs())
                .isEmpty();
    }
}
