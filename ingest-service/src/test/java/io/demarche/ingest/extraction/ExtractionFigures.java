package io.demarche.ingest.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What extraction gets right of the pages that stand beside the repository, with the measure of {@code score.py}:
 * four-word sequences, precision and recall each averaged over pages. {@code ExtractionFigures SHARED [OUT]}; a folder
 * OUT gets a file for each page with its fields, what was lost (-), kept too much (+), kept (=) and
 * dropped.
 */
public final class ExtractionFigures {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final int WORDS = 4;

    private final List<Score> scores = new ArrayList<>();

    private ExtractionFigures() {}

    /** Counts of one page, and the figures of those counts. */
    private record Score(String page, int right, int extra, int lost) {

        double precision() {
            return extra == 0 && lost == 0 ? 1 : right == 0 ? 0 : (double) right / (right + extra);
        }

        double recall() {
            return extra == 0 && lost == 0 ? 1 : right == 0 ? 0 : (double) right / (right + lost);
        }

        double f1() {
            return ExtractionFigures.f1(precision(), recall());
        }
    }

    /** Prints each page's figures, the worst first, then those of all pages and of each half. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]).resolve("data/article-extraction");
        JsonNode gold = JSON.readTree(folder.resolve("ground-truth.json").toFile());
        ExtractionFigures figures = new ExtractionFigures();
        List<String> pages = new ArrayList<>();
        gold.fieldNames().forEachRemaining(pages::add);
        pages.sort(Comparator.naturalOrder());
        for (String page : pages) {
            String url = gold.get(page).path("url").asText(null);
            Extraction found = Extractors.PAGES.extract(read(folder.resolve("html/" + page + ".html.gz")), url);
            String want = gold.get(page).path("articleBody").asText("");
            figures.scores.add(score(page, want, String.join("\n", found.paragraphs())));
            if (args.length > 1) {
                write(Path.of(args[1]).resolve(page.substring(0, 8) + ".txt"), want, found, url);
            }
        }
        figures.print();
    }

    private void print() {
        scores.stream().sorted(Comparator.comparingDouble(Score::f1)).forEach(score -> {
            if (score.f1() < 0.9995) {
                say(score.page.substring(0, 8), score.precision(), score.recall());
            }
        });
        say("even", mean(0, Score::precision), mean(0, Score::recall));
        say("odd", mean(1, Score::precision), mean(1, Score::recall));
        say("all", mean(-1, Score::precision), mean(-1, Score::recall));
    }

    private double mean(int half, java.util.function.ToDoubleFunction<Score> figure) {
        return Stream.iterate(0, i -> i < scores.size(), i -> i + 1)
                .filter(i -> half < 0 || i % 2 == half)
                .mapToDouble(i -> figure.applyAsDouble(scores.get(i)))
                .average()
                .orElse(0);
    }

    private static void say(String what, double precision, double recall) {
        System.out.printf(
                Locale.ROOT,
                "%-8s  precision %.4f  recall %.4f  F1 %.4f%n",
                what,
                precision,
                recall,
                f1(precision, recall));
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static Score score(String page, String want, String have) {
        Map<String, Integer> wanted = sequences(want);
        Map<String, Integer> had = sequences(have);
        int right = 0;
        for (Map.Entry<String, Integer> one : wanted.entrySet()) {
            right += Math.min(one.getValue(), had.getOrDefault(one.getKey(), 0));
        }
        return new Score(page, right, sum(had) - right, sum(wanted) - right);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> sequences(String text) {
        List<String> words =
                NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; !words.isEmpty() && i < Math.max(1, words.size() - WORDS + 1); i++) {
            found.merge(String.join(" ", words.subList(i, Math.min(words.size(), i + WORDS))), 1, Integer::sum);
        }
        return found;
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Path file, String want, Extraction found, @Nullable String url) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("url    " + url);
        lines.add("title  " + found.title());
        lines.add("byline " + found.byline());
        lines.add("date   " + found.publishedAt());
        lines.add("image  " + found.image());
        lines.add("walled " + found.paywalled());
        lines.add("site   " + found.siteName() + " / " + found.language() + " / " + found.canonicalUrl());
        differing(want.lines().toList(), String.join("\n", found.paragraphs())).forEach(line -> lines.add("- " + line));
        differing(found.paragraphs(), want).forEach(line -> lines.add("+ " + line));
        found.paragraphs().forEach(line -> lines.add("= " + line));
        found.dropped().forEach(dropped -> lines.add(dropped.reason() + "  " + dropped.text()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    /** The lines half of which, or more, the other text has not. */
    private static List<String> differing(List<String> lines, String other) {
        Map<String, Integer> there = sequences(other);
        String words = " " + String.join(" ", NO_WORD.split(other)) + " ";
        List<String> differing = new ArrayList<>();
        for (String line : lines) {
            Map<String, Integer> own = sequences(line);
            long known = own.keySet().stream()
                    .filter(key -> there.containsKey(key) || words.contains(" " + key + " "))
                    .count();
            if (!own.isEmpty() && known * 2 <= own.size()) {
                differing.add(line);
            }
        }
        return differing;
    }
}
