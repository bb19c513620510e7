package io.demarche.ingest.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.demarche.ingest.work.WorkState;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an article that was sent.
 *
 * @param id the article's id; of the first one when this is a duplicate
 * @param state how far it got
 * @param duplicate true when its text was there already; absent otherwise
 */
@Schema(
        requiredProperties = {"id", "state"},
        description = "What became of an article that was sent")
record ArticleReceipt(
        UUID id,
        WorkState state,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
                @Schema(description = "true when the text was there already; absent otherwise")
                boolean duplicate) {}
