package io.demarche.gateway.article;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of articles.
 *
 * @param items newest first
 * @param next cursor of the page behind it; null on the last
 */
@Schema(description = "One page of articles, newest first.")
public record ArticlePage(
        @Schema(required = true, description = "Newest first.") List<Article> items,
        @Schema(nullable = true, description = "Give it as `cursor` to get the next page; null on the last.") @Nullable
                String next) {}
