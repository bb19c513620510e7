package io.demarche.analysis.stance;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.demarche.engine.EntityKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a holder, target or speaker is; lower case, as the API spells it. */
@Schema(name = "EntityKind")
public enum KindView {
    /** Somebody who can hold a position. */
    @JsonProperty("actor")
    ACTOR,
    /** Something that a position can be about. */
    @JsonProperty("issue")
    ISSUE,
    /** A span that the caller named. */
    @JsonProperty("mention")
    MENTION;

    static KindView of(EntityKind kind) {
        return switch (kind) {
            case ACTOR -> ACTOR;
            case ISSUE -> ISSUE;
            case MENTION -> MENTION;
        };
    }
}
