package io.demarche.analysis.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stance as the API shows it.
 *
 * @param holder who takes the position
 * @param target what or whom it is about
 * @param polarity which way the holder leans
 * @param score −1 (fully against) to 1 (fully for)
 * @param confidence 0 to 1
 * @param manner how it is held; empty when plain
 * @param act the PLOVER root event, when the statement is one
 * @param attribution who says so
 * @param evidence the words
 */
@Schema(name = "Stance", description = "One statement, in one sentence, of where a holder stands on a target.")
public record StanceView(
        @Schema(required = true) EntityView holder,
        @Schema(required = true) EntityView target,
        @Schema(required = true) Polarity polarity,
        @Schema(required = true, minimum = "-1", maximum = "1") double score,
        @Schema(required = true, minimum = "0", maximum = "1") double confidence,
        @Schema(required = true) List<Manner> manner,
        @Nullable @Schema(nullable = true) Act act,
        @Schema(required = true) AttributionView attribution,
        @Schema(required = true) EvidenceView evidence) {

    /** Copies the manners. */
    public StanceView {
        manner = List.copyOf(manner);
    }
}
