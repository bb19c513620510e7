package io.demarche.analysis.stance;

import io.demarche.engine.Act;
import io.demarche.engine.AttributionKind;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stances are wanted. Within one part any value will do; all parts must hold; an empty part does not filter.
 *
 * @param holders ids of the holder or of what it is a member of
 * @param targets ids of the target or of what it is a member or part of
 * @param polarities which way
 * @param manners how held
 * @param acts PLOVER root events
 * @param attributions who says so
 * @param sources who published it
 * @param articles where
 * @param from not before
 * @param to before
 * @param minConfidence at least
 * @param text words of the sentence, as PostgreSQL's {@code websearch_to_tsquery} reads them
 */
public record StanceFilter(
        Set<String> holders,
        Set<String> targets,
        Set<Polarity> polarities,
        Set<Manner> manners,
        Set<Act> acts,
        Set<AttributionKind> attributions,
        Set<String> sources,
        Set<UUID> articles,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Double minConfidence,
        @Nullable String text) {

    /** Everything. */
    public static StanceFilter none() {
        return new StanceFilter(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null);
    }

    /** The same, of these articles alone. */
    StanceFilter of(Set<UUID> only) {
        return new StanceFilter(
                holders,
                targets,
                polarities,
                manners,
                acts,
                attributions,
                sources,
                only,
                from,
                to,
                minConfidence,
                text);
    }
}
