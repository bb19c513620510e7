package io.demarche.gateway.article;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why the analysis of an article failed last.
 *
 * @param reason in words
 * @param at when
 */
@Schema(description = "Why the analysis of an article failed last.")
public record ArticleFailure(
        @Schema(required = true, description = "What went wrong.", examples = "lease ran out 5 times") String reason,
        @Schema(nullable = true, description = "When it did.") @Nullable Instant at) {}
