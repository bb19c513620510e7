package io.demarche.engine;

import java.util.List;

/**
 * What was found.
 *
 * @param engine which engine found it
 * @param text the analysed text, unchanged
 * @param stances in the order of the text
 */
public record Analysis(EngineInfo engine, String text, List<Stance> stances) {
    public Analysis {
        stances = List.copyOf(stances);
    }
}
