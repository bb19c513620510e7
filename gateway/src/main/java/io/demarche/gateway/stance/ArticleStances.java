package io.demarche.gateway.stance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All stances of one article.
 *
 * @param articleId the article
 * @param engineVersion engine that found them
 * @param contentHash hash of the text that they were found in
 * @param analysedAt when
 * @param stances in the order of the text
 */
@Schema(description = "All stances of one article, in the order of its text.")
public record ArticleStances(
        @Schema(required = true, description = "The article.") UUID articleId,
        @Schema(required = true, description = "The engine that found them.", examples = "0.1.0") String engineVersion,
        @Schema(required = true, description = "Hash of the text that the offsets belong to.") String contentHash,
        @Schema(required = true, description = "When they were found.") Instant analysedAt,
        @Schema(required = true, description = "In the order of the text.") List<Stance> stances) {}
