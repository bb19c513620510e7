package io.demarche.ingest.feed;

import io.demarche.ingest.extraction.Characters;
import io.demarche.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants from now on; what is missing is as if it had never been said.
 *
 * @param title what to call it
 * @param source registrable domain of its articles
 * @param minIntervalSeconds the shortest time between two polls
 * @param maxIntervalSeconds the longest one
 * @param enabled whether it is polled; true asks one that had ended again
 */
@Schema(description = "What a subscriber wants from now on; what is missing is as if it had never been said")
record FeedChange(
        @Nullable @Size(max = MAX_TITLE) String title,
        @Nullable @Size(max = MAX_SOURCE) @Schema(examples = "example.org") String source,
        @Nullable @Min(MIN_SECONDS) @Max(MAX_SECONDS) Integer minIntervalSeconds,
        @Nullable @Min(MIN_SECONDS) @Max(MAX_SECONDS) Integer maxIntervalSeconds,
        @Nullable
                @Schema(description = "Whether it is polled; true asks one that had ended again", defaultValue = "true")
                Boolean enabled) {

    static final int MAX_TITLE = 500;
    static final int MAX_SOURCE = 253;
    static final int MIN_SECONDS = 60;
    static final int MAX_SECONDS = 30 * 24 * 3_600;

    boolean isEnabled() {
        return enabled == null || enabled;
    }

    /**
     * What is wanted, in one form.
     *
     * @throws ProblemException 400 when the longest time is shorter than the shortest
     */
    StoredFeed.Wishes wishes() {
        if (minIntervalSeconds != null && maxIntervalSeconds != null && maxIntervalSeconds < minIntervalSeconds) {
            throw ProblemException.badRequest("maxIntervalSeconds", "must not be less than minIntervalSeconds");
        }
        String domain = Characters.line(source);
        return new StoredFeed.Wishes(
                Characters.line(title),
                domain == null ? null : domain.toLowerCase(Locale.ROOT),
                duration(minIntervalSeconds),
                duration(maxIntervalSeconds));
    }

    private static @Nullable Duration duration(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
