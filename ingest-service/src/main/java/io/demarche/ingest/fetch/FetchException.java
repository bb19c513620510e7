package io.demarche.ingest.fetch;

import org.jspecify.annotations.Nullable;

/** A page that is not fetched, with a sentence for whoever asked for it. */
public final class FetchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whose doing it is. */
    public enum Kind {
        /** The address: it is never asked. */
        REFUSED,
        /** The other side: it doesn't answer, or not with a page. */
        FAILED,
        /** The other side forbids it, by robots.txt or its status. */
        FORBIDDEN,
        /** The page is gone for good. */
        GONE,
        /** It took too long. */
        TOO_SLOW,
        /** It is larger than what is taken. */
        TOO_LARGE
    }

    private final Kind kind;
    private final int status;
    private final @Nullable String retryAfter;

    private FetchException(Kind kind, String message, int status, @Nullable String retryAfter) {
        super(message, null, false, false);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static FetchException refused(String reason) {
        return new FetchException(Kind.REFUSED, reason, 0, null);
    }

    static FetchException failed(String sentence) {
        return new FetchException(Kind.FAILED, sentence, 0, null);
    }

    static FetchException of(Kind kind, String sentence) {
        return new FetchException(kind, sentence, 0, null);
    }

    static FetchException answered(Kind kind, String sentence, int status, @Nullable String retryAfter) {
        return new FetchException(kind, sentence, status, retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status that was answered; 0 when none was. */
    public int status() {
        return status;
    }

    /** The Retry-After header as it came: seconds or a date; null without one. */
    public @Nullable String retryAfter() {
        return retryAfter;
    }
}
