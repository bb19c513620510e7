package io.demarche.gateway.article;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an article that was handed in.
 *
 * @param id id of the article; of the first one when this is a duplicate
 * @param state how far it has come
 * @param duplicate whether the same text was there already
 */
@Schema(description = "What became of an article that was handed in.")
public record ArticleAccepted(
        @Schema(required = true, description = "Of the first one when this is a duplicate.") UUID id,
        @Schema(required = true, description = "How far it has come.") ArticleState state,
        @Schema(required = true, description = "Whether the same text was there already.") Boolean duplicate) {

    /** Where nothing is said of a duplicate, it is none. */
    public ArticleAccepted {
        duplicate = duplicate != null && duplicate;
    }
}
