package io.demarche.ingest.feed;

/** How a subscription stands. */
public enum FeedState {
    /** It is polled. */
    ACTIVE,
    /** It is not polled until somebody wants it again. */
    PAUSED,
    /** It is not polled any more: it said that it is gone for good, or it became another that is subscribed to. */
    ENDED,
    /** Its last poll failed; it is polled again, later each time. */
    FAILING
}
