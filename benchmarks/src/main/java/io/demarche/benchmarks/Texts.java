package io.demarche.benchmarks;

import io.demarche.engine.cue.CueLexicon;
import io.demarche.engine.text.Sentence;
import io.demarche.engine.text.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The texts that every benchmark reads: the sample articles, without the short lines that extraction drops. */
public final class Texts {
    /** Sentences of all texts: a benchmark's operation is one of them. */
    public static final int SENTENCES = 260;

    private static final int SHORTEST_LINE = 60;
    private static final List<String> FILES = List.of(
            "01-kremlin-weighs-talks",
            "03-istanbul-ceasefire-wording",
            "04-hamas-ceasefire-reply",
            "06-iran-enrichment-red-line",
            "08-taiwan-strait-drills",
            "10-korea-loudspeakers-offer",
            "11-sudan-truce-stalled",
            "14-new-start-limits");

    private Texts() {}

    /** The texts. */
    public static List<String> load() {
        return FILES.stream().map(Texts::read).toList();
    }

    /**
     * The texts as tagged sentences, text by text.
     *
     * @throws IllegalStateException when there are not {@link #SENTENCES}: the figures would be wrong
     */
    public static List<List<Sentence>> sentences(CueLexicon lexicon) {
        Sentences splitter = Sentences.load(lexicon);
        List<List<Sentence>> all = new ArrayList<>();
        int count = 0;
        for (String text : load()) {
            List<Sentence> sentences = splitter.of(text);
            all.add(sentences);
            count += sentences.size();
        }
        if (count != SENTENCES) {
            throw new IllegalStateException("there are " + count + " sentences: Texts.SENTENCES must say so");
        }
        return all;
    }

    private static String read(String name) {
        String file = "/samples/" + name + ".txt";
        try (InputStream stream = Texts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.length() >= SHORTEST_LINE)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}
