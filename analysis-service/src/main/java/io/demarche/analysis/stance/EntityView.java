package io.demarche.analysis.stance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A holder, target or speaker, where it stands in the text.
 *
 * @param id catalog id, the id of a requested mention, or an id made on the spot
 * @param kind what it is
 * @param name display name
 * @param memberOf ids of all ancestors, nearest first
 * @param start first code point
 * @param end code point after the last
 */
@Schema(name = "Entity", description = "A holder, target or speaker, where it stands in the text.")
public record EntityView(
        @Schema(
                        required = true,
                        examples = "kremlin",
                        description = "Catalog id, id of a requested mention, or an id made on the spot.")
                String id,
        @Schema(required = true) KindView kind,
        @Schema(required = true, examples = "Kremlin") String name,
        @Schema(required = true, examples = "[\"russia\"]", description = "Ids of all ancestors, nearest first.")
                List<String> memberOf,
        @Schema(required = true, minimum = "0", description = "First code point in the text.") int start,
        @Schema(required = true, minimum = "0", description = "Code point after the last.") int end) {

    /** Copies the ancestors. */
    public EntityView {
        memberOf = List.copyOf(memberOf);
    }
}
