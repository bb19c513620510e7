package io.demarche.ingest.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.demarche.ingest.work.WorkState;
import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a batch: either an article, or a problem.
 *
 * @param line its number, from 1, blank lines counted
 * @param id the article's id; of the first one when this is a duplicate
 * @param state how far it got
 * @param duplicate whether its text was there already
 * @param problem why it was not accepted
 * @param retryAfter seconds after which to send the line again; only when nothing is wrong with the line
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        requiredProperties = {"line"},
        description = "What became of one line of a batch: id, state and duplicate, or a problem")
public record LineReceipt(
        @Schema(description = "Number of the line, from 1, blank lines counted") int line,
        @Nullable @Schema(description = "The article's id; of the first one when this is a duplicate") UUID id,
        @Nullable WorkState state,
        @Nullable @Schema(description = "Whether the text was there already") Boolean duplicate,
        @Nullable @Schema(ref = "Problem") Problem problem,
        @Nullable @Schema(description = "Seconds after which to send a line again with which nothing is wrong")
                Integer retryAfter) {

    static LineReceipt stored(int line, UUID id, WorkState state, boolean duplicate) {
        return new LineReceipt(line, id, state, duplicate, null, null);
    }

    static LineReceipt refused(int line, ProblemException why) {
        Integer seconds = why.retryAfterSeconds().isPresent()
                ? Integer.valueOf(why.retryAfterSeconds().getAsInt())
                : null;
        return new LineReceipt(line, null, null, null, why.problem(), seconds);
    }
}
