package io.demarche.ingest.article;

import io.demarche.ingest.work.WorkState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article without its text.
 *
 * @param id UUIDv7
 * @param title headline or null
 * @param source registrable domain of the publication, or null
 * @param url address or null
 * @param byline authors or null
 * @param publishedAt time of publication or null
 * @param language ISO 639-1 code or null
 * @param state how far it got
 * @param attempts how often it was leased
 * @param createdAt when it was accepted
 * @param analysedAt when it was done, or null
 */
@RegisterForReflection // Hibernate makes it
@Schema(
        requiredProperties = {
            "id",
            "title",
            "source",
            "url",
            "byline",
            "publishedAt",
            "language",
            "state",
            "attempts",
            "createdAt",
            "analysedAt"
        },
        description = "An article without its text")
record ArticleSummary(
        UUID id,
        @Schema(nullable = true) @Nullable String title,
        @Schema(nullable = true) @Nullable String source,
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true) @Nullable String byline,
        @Schema(nullable = true) @Nullable Instant publishedAt,
        @Schema(nullable = true) @Nullable String language,
        WorkState state,
        int attempts,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant analysedAt) {}
