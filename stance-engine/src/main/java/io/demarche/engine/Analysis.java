package io.demarche.engine;

import java.util.List;

/**
 * What was found.
 *
 * @param engine which engine found it
 * @param text the analysed text, unchanged
 * @param stances in the order of the text
 * @param notes what the caller should know about how the text was read, each a sentence; mostly empty
 */
public record Analysis(EngineInfo engine, String text, List<Stance> stances, List<String> notes) {
    public Analysis {
        stances = List.copyOf(stances);
        notes = List.copyOf(notes);
    }
}
