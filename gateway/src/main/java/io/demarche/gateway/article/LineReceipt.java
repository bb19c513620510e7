package io.demarche.gateway.article;

import io.demarche.platform.problem.Problem;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a batch, as the ingest service writes it: an article, or a problem. Passed through unread.
 *
 * @param line number of the line, from 1, blank lines counted
 * @param id id of the article; of the first one when this is a duplicate
 * @param state how far it has come
 * @param duplicate whether the same text was there already
 * @param problem why the line was not taken
 * @param retryAfter seconds after which to send the line again; only when nothing is wrong with it
 */
@Schema(description = "What became of one line of a batch: `id`, `state` and `duplicate`, or a `problem`.")
record LineReceipt(
        @Schema(required = true, description = "Number of the line, from 1, blank lines counted.") int line,
        @Schema(description = "Of the first one when this is a duplicate.") @Nullable UUID id,
        @Schema(description = "How far it has come.") @Nullable ArticleState state,
        @Schema(description = "Whether the same text was there already.") @Nullable Boolean duplicate,
        @Schema(description = "Why the line was not taken.") @Nullable Problem problem,
        @Schema(description = "Seconds after which to send the line again; only when nothing is wrong with it.")
                @Nullable
                Integer retryAfter) {}
