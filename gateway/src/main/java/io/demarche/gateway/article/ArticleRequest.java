package io.demarche.gateway.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article to keep and analyse.
 *
 * @param text its text; at most one of this and {@code html}
 * @param html the page that it stands on
 * @param url where it comes from; alone, the page that is fetched
 * @param source registrable domain of the publication; by default that of the url
 * @param title headline; by default that of the page
 * @param byline who wrote it; by default as the page says
 * @param publishedAt when it came out; by default as the page says
 * @param language ISO 639-1 code; by default recognised
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "An article to keep and analyse: exactly one of `text` and `html`, or `url` alone, and then the page is fetched. "
                        + "What is left out is taken from the page.")
public record ArticleRequest(
        @Schema(
                        maxLength = 200_000,
                        description = "Its text, at most 200,000 characters.",
                        examples = "Moscow welcomed the plan, but Kyiv rejected it.")
                @Nullable
                String text,
        @Schema(maxLength = 2_000_000, description = "The page that it stands on, at most 2,000,000 characters.")
                @Nullable
                String html,
        @Schema(description = "Where it comes from; alone, the page to fetch.", examples = "https://example.org/talks")
                @Nullable
                String url,
        @Schema(
                        description = "Registrable domain of the publication; by default that of `url`.",
                        examples = "example.org")
                @Nullable
                String source,
        @Schema(description = "Headline.", examples = "Talks resume") @Nullable String title,
        @Schema(description = "Who wrote it.") @Nullable String byline,
        @Schema(description = "When it came out.", examples = "2026-01-31T12:00:00Z") @Nullable Instant publishedAt,
        @Schema(description = "ISO 639-1 code.", examples = "en") @Nullable String language) {}
