package io.demarche.gateway.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a subscription stands. */
@Schema(
        description =
                "`ACTIVE`: polled at `nextAt`; `PAUSED`: not polled until somebody wants it again; `ENDED`: gone for good, or the same as another subscription; `FAILING`: the last poll failed, it is polled again, later each time.")
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
