package io.demarche.gateway.feed;

/** How a subscription stands. */
public enum FeedState {
    /** It is polled. */
    ACTIVE,
    /** It is not polled until somebody wants it again. */
    PAUSED,
    /** It is not polled any more: the feed is gone for good, or became another that is subscribed to. */
    ENDED,
    /** Its last poll failed; it is polled again, later each time. */
    FAILING
}
