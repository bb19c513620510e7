package io.demarche.ingest.article;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of articles.
 *
 * @param items articles, newest first
 * @param next cursor of the next page; null when this is the last
 */
@Schema(
        requiredProperties = {"items", "next"},
        description = "A page of articles, newest first")
record ArticlePage(List<ArticleSummary> items, @Schema(nullable = true) @Nullable String next) {}
