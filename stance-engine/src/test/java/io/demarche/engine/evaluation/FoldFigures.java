package io.demarche.engine.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.engine.StanceEngine;
import io.demarche.engine.evaluation.DataSets.Pair;
import io.demarche.engine.evaluation.DataSets.Spoken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Figures of what a model has not learned: each fold's model answers what was left out of its training, and all answers
 * together are one figure. {@code FoldFigures SHARED OUT FOLD…}, where a fold is a folder with {@code pairs.onnx} and
 * {@code left-out.json}; OUT is what training/held-out.json is to be.
 */
public final class FoldFigures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Pair> acts = new ArrayList<>();
    private final List<String> foundActs = new ArrayList<>();
    private final List<Spoken> criticism = new ArrayList<>();
    private final List<Boolean> foundCriticism = new ArrayList<>();

    private FoldFigures() {}

    public static void main(String[] args) throws IOException {
        DataSets data = new DataSets(Path.of(args[0]));
        FoldFigures figures = new FoldFigures();
        for (int i = 2; i < args.length; i++) {
            figures.answer(Path.of(args[i]), data);
        }
        String model;
        try (StanceEngine engine = StanceEngine.create()) {
            model = engine.info().model();
        }
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(Path.of(args[1]).toFile(), figures.all(args.length - 2, model));
    }

    private void answer(Path fold, DataSets data) throws IOException {
        JsonNode out = JSON.readTree(fold.resolve("left-out.json").toFile());
        Set<String> sentences = words(out.get("plover"));
        Set<String> speeches = words(out.get("unscon"));
        try (StanceEngine engine = StanceEngine.builder()
                .modelFile(fold.resolve("pairs.onnx"))
                .threads(2)
                .build()) {
            Measurement asked = new Measurement(engine, data);
            for (Pair pair : data.acts()) {
                if (sentences.contains(pair.text())) {
                    acts.add(pair);
                    foundActs.add(asked.act(pair));
                }
            }
            for (Spoken sentence : data.speeches()) {
                if (speeches.contains(sentence.speech())) {
                    criticism.add(sentence);
                    foundCriticism.add(asked.criticises(sentence));
                }
            }
        }
    }

    private static Set<String> words(JsonNode array) {
        Set<String> words = new HashSet<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private ObjectNode all(int folds, String model) {
        ObjectNode all = JSON.createObjectNode();
        List<Figure> found = new ArrayList<>(Measurement.acts(acts, foundActs));
        found.add(Measurement.speeches(criticism, foundCriticism));
        List<String> keys = List.of("plover-root", "plover-quad", "unscon");
        for (int i = 0; i < keys.size(); i++) {
            Figure figure = found.get(i);
            ObjectNode entry = all.putObject(keys.get(i));
            entry.put("figure", rounded(figure.value()));
            entry.put("n", figure.n());
            entry.putArray("interval").add(rounded(figure.low())).add(rounded(figure.high()));
            entry.put(
                    "how",
                    i < 2
                            ? folds + " folds by sentence, the same recipe"
                            : folds + " folds by speech, the same recipe");
            entry.put("model", model);
        }
        return all;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
