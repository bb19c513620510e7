package io.demarche.ingest.feed;

import io.demarche.ingest.extraction.WebAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to make.
 *
 * @param url the feed, or a page that names it
 * @param title what to call it; what it calls itself when missing
 * @param source registrable domain of its articles; that of each article's address when missing
 * @param minIntervalSeconds the shortest time between two polls
 * @param maxIntervalSeconds the longest one
 * @param enabled whether it is polled; it is when missing
 */
@Schema(description = "A subscription to make")
record FeedRequest(
        @NotNull
                @Size(max = WebAddress.MAX_LENGTH)
                @Schema(
                        description = "The feed, or a page that names it",
                        format = "uri",
                        examples = "https://example.org/news")
                String url,
        @Nullable @Size(max = FeedChange.MAX_TITLE) String title,
        @Nullable
                @Size(max = FeedChange.MAX_SOURCE)
                @Schema(
                        description = "Registrable domain of its articles; that of each article's address when missing",
                        examples = "example.org")
                String source,
        @Nullable @Min(FeedChange.MIN_SECONDS) @Max(FeedChange.MAX_SECONDS) Integer minIntervalSeconds,
        @Nullable @Min(FeedChange.MIN_SECONDS) @Max(FeedChange.MAX_SECONDS) Integer maxIntervalSeconds,
        @Nullable @Schema(description = "Whether it is polled", defaultValue = "true") Boolean enabled) {

    FeedChange change() {
        return new FeedChange(title, source, minIntervalSeconds, maxIntervalSeconds, enabled);
    }
}
