package io.demarche.gateway.extraction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of the input that is not part of the article.
 *
 * @param text what it said; long pieces are cut
 * @param reason why it was left out
 */
@Schema(description = "A piece of the input that was left out of the article.")
public record Dropped(
        @Schema(required = true, description = "Its words, at most 500 characters.", examples = "Share this article")
                String text,
        @Schema(required = true, description = "Why it was left out.", examples = "SHARE") String reason) {}
