package io.demarche.analysis.stance;

import io.demarche.engine.Act;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stance with the article that it stands in.
 *
 * @param id its own id, UUIDv7; a new one whenever the article is analysed anew
 * @param articleId the article
 * @param url where it was published
 * @param source who published it: registrable domain
 * @param publishedAt when it was published
 * @param title its headline
 * @param analysedAt when it was analysed
 * @param engineVersion by which engine
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
@Schema(name = "StoredStance", description = "A stance, with the article that it stands in.")
public record StoredStance(
        @Schema(required = true, description = "Changes when the article is analysed anew.") UUID id,
        @Schema(required = true) UUID articleId,
        @Nullable @Schema(nullable = true, examples = "https://example.org/talks") String url,
        @Nullable @Schema(nullable = true, examples = "example.org") String source,
        @Nullable @Schema(nullable = true) Instant publishedAt,
        @Nullable @Schema(nullable = true) String title,
        @Schema(required = true) Instant analysedAt,
        @Schema(required = true) String engineVersion,
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
    public StoredStance {
        manner = List.copyOf(manner);
    }
}
