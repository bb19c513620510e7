package io.demarche.gateway.stance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stance of a stored article, with where it comes from.
 *
 * @param id id of this stance
 * @param articleId the article that it stands in
 * @param url where the article was published
 * @param source registrable domain of the article
 * @param publishedAt when the article came out
 * @param title headline of the article
 * @param analysedAt when it was analysed
 * @param engineVersion engine that found it
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
@Schema(description = "A stance of a stored article, with where it comes from.")
public record StoredStance(
        @Schema(required = true, description = "Its own id.") UUID id,
        @Schema(required = true, description = "The article that it stands in.") UUID articleId,
        @Schema(
                        nullable = true,
                        description = "Where the article was published.",
                        examples = "https://example.org/talks")
                @Nullable
                String url,
        @Schema(nullable = true, description = "Registrable domain of the article.", examples = "example.org") @Nullable
                String source,
        @Schema(nullable = true, description = "When the article came out.") @Nullable Instant publishedAt,
        @Schema(nullable = true, description = "Headline of the article.") @Nullable String title,
        @Schema(required = true, description = "When it was found.") Instant analysedAt,
        @Schema(required = true, description = "The engine that found it.", examples = "0.1.0") String engineVersion,
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
    public StoredStance {
        manner = manner == null ? List.of() : List.copyOf(manner);
    }
}
