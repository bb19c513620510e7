package io.demarche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names that count for one analysis.
 *
 * @param actors who can hold a position
 * @param issues what a position can be about
 * @param only whether these replace the built-in catalog; otherwise they are added to it
 */
public record CustomCatalog(List<CustomActor> actors, List<CustomIssue> issues, boolean only) {
    public CustomCatalog {
        actors = List.copyOf(actors);
        issues = List.copyOf(issues);
    }

    /**
     * An actor of the caller's own.
     *
     * @param id unique among the call's actors and issues
     * @param names how the text may call it; case counts
     * @param memberOf ids of parents, of this catalog or the built-in one
     * @param kind state, government, leader, official, party, bloc or group; null when unknown
     */
    public record CustomActor(String id, List<String> names, List<String> memberOf, @Nullable String kind) {
        public CustomActor {
            names = List.copyOf(names);
            memberOf = List.copyOf(memberOf);
        }
    }

    /**
     * An issue of the caller's own.
     *
     * @param id unique among the call's actors and issues
     * @param terms phrases that name it; case does not count
     * @param partOf ids of parents
     */
    public record CustomIssue(String id, List<String> terms, List<String> partOf) {
        public CustomIssue {
            terms = List.copyOf(terms);
            partOf = List.copyOf(partOf);
        }
    }
}
