package io.demarche.gateway.analysis;

import io.demarche.gateway.stance.Stance;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was found in a text.
 *
 * @param engine which engine found it
 * @param text the analysed text
 * @param stances in the order of the text
 * @param notes what the caller should know about how the text was read
 */
@Schema(description = "What was found in a text.")
public record Analysis(
        @Schema(required = true, description = "The engine that found it.") EngineInfo engine,
        @Schema(required = true, description = "The analysed text; all offsets count its Unicode code points.")
                String text,
        @Schema(required = true, description = "In the order of the text.") List<Stance> stances,
        @Schema(
                        required = true,
                        description = "What you should know about how the text was read; mostly empty.",
                        examples = "[]")
                List<String> notes) {

    /** Copies the lists; a missing one is empty. */
    public Analysis {
        stances = stances == null ? List.of() : List.copyOf(stances);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** The same with what is to be known of the page first. */
    Analysis noting(List<String> ofPage) {
        List<String> all = new ArrayList<>(ofPage);
        all.addAll(notes);
        return new Analysis(engine, text, stances, all);
    }
}
