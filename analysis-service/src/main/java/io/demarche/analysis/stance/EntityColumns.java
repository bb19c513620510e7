package io.demarche.analysis.stance;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.NullUnmarked;

/** The columns of a holder, a target or a speaker. */
@Embeddable
@NullUnmarked
class EntityColumns {
    String id;
    String kind;
    String name;

    /** The id, then the ids of all ancestors, nearest first. */
    String[] path;

    Integer start;
    Integer end;
}
