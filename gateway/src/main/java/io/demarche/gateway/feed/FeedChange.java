package io.demarche.gateway.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a subscription from now on; what is left out is as if it had never been said.
 *
 * @param title what to call it
 * @param source registrable domain of its articles
 * @param minIntervalSeconds the shortest time between two polls
 * @param maxIntervalSeconds the longest one
 * @param enabled whether it is polled; true, also by default, asks one that had ended again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What is wanted of a subscription from now on; what is left out is as if it had never been said.")
public record FeedChange(
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
        @Schema(description = "Whether it is polled; true, also by default, asks one that had ended again.") @Nullable
                Boolean enabled) {}
