package io.demarche.gateway.analysis;

import io.demarche.gateway.stance.Stance;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was found in a text.
 *
 * @param engine which engine found it
 * @param text the analysed text
 * @param stances in the order of the text
 */
@Schema(description = "What was found in a text.")
public record Analysis(
        @Schema(required = true) EngineInfo engine,
        @Schema(required = true, description = "The analysed text; all offsets count its Unicode code points.")
                String text,
        @Schema(required = true, description = "In the order of the text.") List<Stance> stances) {

    /** Copies the list; a missing one is empty. */
    public Analysis {
        stances = stances == null ? List.of() : List.copyOf(stances);
    }
}
