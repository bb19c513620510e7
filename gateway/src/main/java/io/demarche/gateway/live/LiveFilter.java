package io.demarche.gateway.live;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events a client wants. Within one part any value will do; all parts must hold; an empty part does not filter.
 * The end of an article's stances is for everybody but those who follow other articles: who had been told of them cannot
 * be known.
 *
 * @param holders ids of the holder or of what it belongs to
 * @param targets ids of the target or of what it belongs to
 * @param from published (or analysed) not before
 * @param to published (or analysed) before
 * @param minConfidence at least
 */
record LiveFilter(
        Set<String> holders,
        Set<String> targets,
        Set<String> polarities,
        Set<String> manners,
        Set<String> acts,
        Set<String> attributions,
        Set<String> sources,
        Set<UUID> articles,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Double minConfidence) {

    boolean lets(LiveEvent event) {
        if (!fits(articles, event.articleId())) {
            return false;
        }
        LiveEvent.Keys stance = event.stance();
        return stance == null
                || overlaps(holders, stance.holder())
                        && overlaps(targets, stance.target())
                        && fits(polarities, stance.polarity())
                        && overlaps(manners, stance.manner())
                        && fits(acts, stance.act())
                        && fits(attributions, stance.attribution())
                        && fits(sources, stance.source())
                        && (from == null || !stance.at().isBefore(from))
                        && (to == null || stance.at().isBefore(to))
                        && (minConfidence == null || stance.confidence() >= minConfidence);
    }

    private static <T> boolean fits(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }

    private static boolean overlaps(Set<String> wanted, Collection<String> values) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, values);
    }

    /** The same as the analysis service's query parameters. */
    MultivaluedMap<String, String> parameters() {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        add(parameters, "holder", holders);
        add(parameters, "target", targets);
        add(parameters, "polarity", polarities);
        add(parameters, "manner", manners);
        add(parameters, "act", acts);
        add(parameters, "attribution", attributions);
        add(parameters, "source", sources);
        add(parameters, "articleId", articles);
        add(parameters, "from", from == null ? Set.of() : Set.of(from));
        add(parameters, "to", to == null ? Set.of() : Set.of(to));
        add(parameters, "minConfidence", minConfidence == null ? Set.of() : Set.of(minConfidence));
        return parameters;
    }

    private static void add(MultivaluedMap<String, String> parameters, String name, Collection<?> values) {
        values.forEach(value -> parameters.add(name, value.toString()));
    }
}
