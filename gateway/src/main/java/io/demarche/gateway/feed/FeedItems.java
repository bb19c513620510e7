package io.demarche.gateway.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Items of a feed so far.
 *
 * @param found all
 * @param pending those whose articles are still to be got
 * @param stored those that are articles
 * @param failed those that were given up
 */
@Schema(description = "Items of a feed so far.")
public record FeedItems(
        @Schema(required = true, description = "All.") long found,
        @Schema(required = true, description = "Those whose articles are still to be got.") long pending,
        @Schema(required = true, description = "Those that are articles.") long stored,
        @Schema(required = true, description = "Those that were given up.") long failed) {}
