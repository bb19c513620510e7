package io.demarche.ingest.extraction;

import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article is to be got out of; exactly one of text and html.
 *
 * @param text pasted text, or null
 * @param html a page, or null
 * @param url where it came from, as {@link WebAddress#normalise} gives it, or null
 * @param title the title when the sender knows it, or null
 */
public record ExtractionInput(
        @Nullable String text, @Nullable String html, @Nullable String url, @Nullable String title) {

    /** The most characters (code points) of a text. */
    public static final int MAX_TEXT = 200_000;

    /** The most characters (code points) of a page that is sent. */
    public static final int MAX_HTML = 2_000_000;

    /** The most characters (code points) of a page that is fetched, whose bytes are bounded already. */
    private static final int MAX_PAGE = 5_242_880;

    private static final String EXACTLY_ONE = "exactly one of text and html must be given";

    /**
     * Checks what was sent.
     *
     * @throws ProblemException 400 when not exactly one of text and html is there or it is blank, 413 when it is too long
     */
    public ExtractionInput {
        if ((text == null) == (html == null)) {
            throw ProblemException.badRequest(
                    List.of(new FieldError("text", EXACTLY_ONE), new FieldError("html", EXACTLY_ONE)));
        }
        check("text", text, MAX_TEXT);
        check("html", html, MAX_PAGE);
    }

    /**
     * What a caller sent.
     *
     * @throws ProblemException as the constructor, and 413 when a page is longer than {@link #MAX_HTML}
     */
    public static ExtractionInput sent(
            @Nullable String text, @Nullable String html, @Nullable String url, @Nullable String title) {
        if (html != null) {
            check("html", html, MAX_HTML);
        }
        return new ExtractionInput(text, html, url, title);
    }

    /** The name of the field that holds the article. */
    public String field() {
        return html == null ? "text" : "html";
    }

    private static void check(String field, @Nullable String value, int max) {
        if (value == null) {
            return;
        }
        int count = Characters.count(value);
        if (count > max) {
            throw ProblemException.tooLarge(field, "has " + count + " characters; the limit is " + max);
        }
        if (value.isBlank()) {
            throw ProblemException.badRequest(field, "must not be blank");
        }
    }
}
