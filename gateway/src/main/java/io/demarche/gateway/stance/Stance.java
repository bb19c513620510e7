package io.demarche.gateway.stance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One statement, in one sentence, of where a holder stands on a target.
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
@Schema(description = "One statement, in one sentence, of where a holder stands on a target.")
public record Stance(
        @Schema(required = true, description = "Who takes the position.") Entity holder,
        @Schema(required = true, description = "What or whom it is about.") Entity target,
        @Schema(required = true, description = "Which way the holder leans.") Polarity polarity,
        @Schema(required = true, minimum = "-1", maximum = "1", description = "−1 (fully against) to 1 (fully for).")
                double score,
        @Schema(required = true, minimum = "0", maximum = "1", description = "How sure the engine is.")
                double confidence,
        @Schema(required = true, description = "How it is held; empty when plain.") List<Manner> manner,
        @Schema(nullable = true, description = "The PLOVER root event, when the statement is one.") @Nullable Act act,
        @Schema(required = true, description = "Who says so.") Attribution attribution,
        @Schema(required = true, description = "The words that it rests on.") Evidence evidence) {

    /** Copies the list; a missing one is empty. */
    public Stance {
        manner = manner == null ? List.of() : List.copyOf(manner);
    }
}
