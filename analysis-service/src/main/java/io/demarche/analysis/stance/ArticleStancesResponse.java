package io.demarche.analysis.stance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All stances of one article.
 *
 * @param articleId the article
 * @param engineVersion which engine found them
 * @param contentHash which text it found them in
 * @param analysedAt when
 * @param stances in the order of the text
 */
@Schema(name = "ArticleStances", description = "All stances of one article, in the order of its text.")
public record ArticleStancesResponse(
        @Schema(required = true) UUID articleId,
        @Schema(required = true) String engineVersion,
        @Schema(required = true) String contentHash,
        @Schema(required = true) Instant analysedAt,
        @Schema(required = true) List<StanceView> stances) {

    /** Copies the stances. */
    public ArticleStancesResponse {
        stances = List.copyOf(stances);
    }
}
