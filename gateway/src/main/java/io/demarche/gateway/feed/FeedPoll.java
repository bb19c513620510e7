package io.demarche.gateway.feed;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A poll of a feed.
 *
 * @param at when
 * @param outcome how it ended
 * @param found items in the document
 * @param fresh those of them that were new
 * @param problem what went wrong
 */
@Schema(description = "A poll of a feed.")
public record FeedPoll(
        @Schema(required = true, description = "When it ended.") Instant at,
        @Schema(required = true, description = "How it ended.") PollOutcome outcome,
        @Schema(required = true, description = "Items in the document.") int found,
        @Schema(required = true, description = "Those of them that were new.") int fresh,
        @Schema(
                        nullable = true,
                        description = "What went wrong.",
                        examples = "The feed answers 404: there is no such page.")
                @Nullable
                String problem) {}
