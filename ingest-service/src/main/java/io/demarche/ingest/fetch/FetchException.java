package io.demarche.ingest.fetch;

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

    private FetchException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    static FetchException refused(String reason) {
        return new FetchException(Kind.REFUSED, reason);
    }

    static FetchException failed(String sentence) {
        return new FetchException(Kind.FAILED, sentence);
    }

    static FetchException of(Kind kind, String sentence) {
        return new FetchException(kind, sentence);
    }

    public Kind kind() {
        return kind;
    }
}
