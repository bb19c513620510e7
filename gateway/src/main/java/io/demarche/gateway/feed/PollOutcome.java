package io.demarche.gateway.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a poll ended. */
@Schema(
        description =
                "`READ`: there and read; `UNCHANGED`: as it was the last time; `FAILED`: not to be had, or no feed; `GONE`: it said that it is gone for good.")
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
