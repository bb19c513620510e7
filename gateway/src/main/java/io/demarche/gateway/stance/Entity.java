package io.demarche.gateway.stance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A holder, a target or a speaker, where it stands in the text.
 *
 * @param id catalog id, or the id that the request gave
 * @param kind what it is
 * @param name display name
 * @param memberOf ids of all that it belongs to, nearest first
 * @param start first code point of the words that name it
 * @param end code point after the last
 */
@Schema(
        description =
                "An actor, an issue or a mention, where it stands in the text. Offsets count Unicode code points.")
public record Entity(
        @Schema(
                        required = true,
                        description = "Slug of the catalog, or the id that the request gave.",
                        examples = "kremlin")
                String id,
        @Schema(required = true, description = "What it is.") EntityKind kind,
        @Schema(
                        required = true,
                        description = "What it is called in the catalog; for a mention, its words.",
                        examples = "Kremlin")
                String name,
        @Schema(
                        required = true,
                        description = "Ids of all that it belongs to, nearest first.",
                        examples = "[\"russia\"]")
                List<String> memberOf,
        @Schema(required = true, description = "First code point of the words that name it.", examples = "0") int start,
        @Schema(required = true, description = "Code point after the last.", examples = "11") int end) {

    /** Copies the list; a missing one is empty. */
    public Entity {
        memberOf = memberOf == null ? List.of() : List.copyOf(memberOf);
    }
}
