package io.demarche.gateway.stance;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a holder or a target is; lower case in JSON. */
@Schema(
        description =
                "An actor can hold a position, an issue is what one can be about, a mention is a span of the request.")
public enum EntityKind {
    /** Somebody who can hold a position. */
    @JsonProperty("actor")
    ACTOR,
    /** Something that a position can be about. */
    @JsonProperty("issue")
    ISSUE,
    /** A span that the request named. */
    @JsonProperty("mention")
    MENTION
}
