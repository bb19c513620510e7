package io.demarche.gateway.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to make.
 *
 * @param url the feed, or a page that names it
 * @param title what to call it; by default what it calls itself
 * @param source registrable domain of its articles; by default that of each article's address
 * @param minIntervalSeconds the shortest time between two polls
 * @param maxIntervalSeconds the longest one
 * @param enabled whether it is polled; it is by default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A subscription to make.")
public record FeedRequest(
        @NotBlank
                @Size(max = FeedLimits.MAX_URL)
                @Schema(
                        required = true,
                        description = "The feed, or a page that names it.",
                        examples = "https://example.org/news")
                String url,
        @Size(max = FeedLimits.MAX_TITLE)
                @Schema(description = "What to call it; by default what it calls itself.", examples = "Example News")
                @Nullable
                String title,
        @Size(max = FeedLimits.MAX_SOURCE)
                @Schema(
                        description = "Registrable domain of its articles; by default that of each article's address.",
                        examples = "example.org")
                @Nullable
                String source,
        @Min(FeedLimits.MIN_SECONDS)
                @Max(FeedLimits.MAX_SECONDS)
                @Schema(description = "The shortest time between two polls.", examples = "600")
                @Nullable
                Integer minIntervalSeconds,
        @Min(FeedLimits.MIN_SECONDS)
                @Max(FeedLimits.MAX_SECONDS)
                @Schema(description = "The longest time between two polls.", examples = "86400")
                @Nullable
                Integer maxIntervalSeconds,
        @Schema(description = "Whether it is polled; it is by default.") @Nullable Boolean enabled) {}
