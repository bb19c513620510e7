package io.demarche.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a poll led to, before it is decided what follows.
 *
 * @param outcome how it ended
 * @param url where the feed is from now on, or null when that has not changed
 * @param feed what the document said; null unless it was read
 * @param items what of it can be made articles of, in the order in which they shall be
 * @param etag what the server said of the content, or null
 * @param lastModified the same
 * @param hints what the feed wishes
 * @param retryAfter when the server wants to be asked again, as its header says it, or null
 * @param problem what went wrong, a sentence, or null
 */
record PollResult(
        PollOutcome outcome,
        @Nullable String url,
        @Nullable Feed feed,
        List<FeedItem> items,
        @Nullable String etag,
        @Nullable String lastModified,
        PollHints hints,
        @Nullable String retryAfter,
        @Nullable String problem) {

    PollResult {
        items = List.copyOf(items);
    }

    static PollResult ended(PollOutcome outcome, @Nullable String retryAfter, String problem) {
        return new PollResult(outcome, null, null, List.of(), null, null, PollHints.NONE, retryAfter, problem);
    }
}
