package io.demarche.analysis.analyse;

import io.demarche.analysis.stance.StanceView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was found.
 *
 * @param engine by which engine
 * @param text the analysed text, which all offsets count code points of
 * @param stances in the order of the text
 * @param notes what the caller should know about how the text was read
 */
@Schema(name = "AnalyseResponse", description = "What was found, in the order of the text.")
public record AnalyseResponse(
        @Schema(required = true) EngineResponse engine,
        @Schema(required = true, description = "The analysed text, whose code points all offsets count.") String text,
        @Schema(required = true) List<StanceView> stances,
        @Schema(
                        required = true,
                        description = "What you should know about how the text was read; mostly empty.",
                        examples = "[]")
                List<String> notes) {

    /** Copies the lists. */
    public AnalyseResponse {
        stances = List.copyOf(stances);
        notes = List.copyOf(notes);
    }
}
