package io.demarche.ingest.extraction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of the input that was left out of the article.
 *
 * @param text what it said, cut after {@value #MAX_LENGTH} UTF-16 units
 * @param reason why it was left out
 */
@RegisterForReflection // stored as JSON
@Schema(requiredProperties = {"text", "reason"})
public record Dropped(String text, DropReason reason) {

    /** The most that is kept of one dropped piece. */
    public static final int MAX_LENGTH = 500;

    /** The most pieces that are kept of one article; enough to see what happened, bounded for any input. */
    public static final int MAX_PIECES = 500;

    /** Checks that nothing is missing and cuts overlong text. */
    public Dropped {
        Objects.requireNonNull(reason, "reason");
        text = Characters.cut(text, MAX_LENGTH);
    }
}
