package io.demarche.gateway.feed;

/** How a poll ended. */
public enum PollOutcome {
    /** The feed was there and was read. */
    READ,
    /** It is what it was the last time. */
    UNCHANGED,
    /** It could not be had, or is no feed. */
    FAILED,
    /** It said that it is gone for good. */
    GONE
}
