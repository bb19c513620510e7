package io.demarche.ingest.feed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of subscriptions.
 *
 * @param items subscriptions, newest first
 * @param next cursor of the next page; null when this is the last
 */
@Schema(
        requiredProperties = {"items", "next"},
        description = "A page of subscriptions, newest first")
record FeedPage(List<FeedResponse> items, @Schema(nullable = true) @Nullable String next) {}
