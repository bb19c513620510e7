package io.demarche.gateway.extraction;

import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request may bring to be read: exactly one of a text and a page, not empty, within the limits. */
public final class Content {

    /** The most code points of a text. */
    public static final int MAX_TEXT = 200_000;

    /** The most code points of a page. */
    public static final int MAX_HTML = 2_000_000;

    private static final int MAX_URL = 2_000;

    private Content() {}

    /**
     * Checks what can be told without reading it, where an address alone will do.
     *
     * @throws ProblemException 400 or 413
     */
    public static void check(@Nullable String text, @Nullable String html, @Nullable String url) {
        if (text == null && html == null) {
            if (url == null) {
                throw ProblemException.badRequest("text", "one of text, html and url is needed");
            }
            check("url", url, MAX_URL);
        } else {
            check(text, html);
        }
    }

    /**
     * Checks what can be told without reading it.
     *
     * @throws ProblemException 400 or 413
     */
    public static void check(@Nullable String text, @Nullable String html) {
        if (text == null && html == null) {
            throw ProblemException.badRequest("text", "one of text and html is needed");
        }
        if (text != null && html != null) {
            throw ProblemException.badRequest(List.of(
                    new FieldError("text", "give either text or html, not both"),
                    new FieldError("html", "give either text or html, not both")));
        }
        if (text != null) {
            check("text", text, MAX_TEXT);
        } else {
            check("html", html, MAX_HTML);
        }
    }

    /**
     * Checks one field.
     *
     * @throws ProblemException 400 when it is blank, 413 when it is longer than allowed
     */
    public static void check(String field, String value, int limit) {
        if (value.isBlank()) {
            throw ProblemException.badRequest(field, "must not be empty");
        }
        if (value.length() > limit && value.codePointCount(0, value.length()) > limit) {
            throw ProblemException.tooLarge(field, String.format("must not be longer than %,d characters", limit));
        }
    }
}
