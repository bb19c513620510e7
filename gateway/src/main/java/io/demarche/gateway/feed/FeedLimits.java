package io.demarche.gateway.feed;

import io.demarche.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a subscriber may ask for. */
final class FeedLimits {

    static final int MAX_URL = 2_048;
    static final int MAX_TITLE = 500;
    static final int MAX_SOURCE = 253;
    static final int MIN_SECONDS = 60;
    static final int MAX_SECONDS = 2_592_000;

    private FeedLimits() {}

    /**
     * Checks what two fields say together.
     *
     * @throws ProblemException 400
     */
    static void check(@Nullable Integer least, @Nullable Integer most) {
        if (least != null && most != null && most < least) {
            throw ProblemException.badRequest("maxIntervalSeconds", "must not be less than minIntervalSeconds");
        }
    }
}
