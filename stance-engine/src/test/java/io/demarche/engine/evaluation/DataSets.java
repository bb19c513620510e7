package io.demarche.engine.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.engine.Mention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads the data sets that stand beside the repository; none of them is part of it. */
final class DataSets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NO_WORD = Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

    private final Path folder;

    DataSets(Path folder) {
        this.folder = folder;
    }

    /** A sentence, the spans of its two names, and what it says of them. */
    record Pair(String text, Mention first, Mention second, String label) {}

    /** A sentence of a speech; the speech goes by its file's name. */
    record Spoken(String text, String speech, String speaker, boolean criticises) {}

    /** An article with its entities and triplets. */
    record Article(List<String> sentences, List<String> entities, Map<Triplet, String> triplets) {}

    /** Who is for or against whom in which sentence. */
    record Triplet(int sentence, String holder, String target) {}

    /** A stance that a careful reader found; each set lists what counts as right. */
    record Marked(
            String text,
            String words,
            Set<String> holders,
            Set<String> targets,
            Set<String> polarities,
            Set<String> manners) {}

    /** As many rows as asked for, spread evenly over all: some files are sorted by label. */
    static <T> List<T> sample(List<T> rows, int size) {
        List<T> taken = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            taken.add(rows.get((int) ((long) i * rows.size() / size)));
        }
        return taken;
    }

    /** DSE's validation file without what stands in its training file. */
    List<Pair> directions() throws IOException {
        Set<String> seen = new HashSet<>();
        directions("train").forEach(pair -> seen.add(plain(pair.text())));
        return directions("valid").stream()
                .filter(pair -> !seen.contains(plain(pair.text())))
                .toList();
    }

    private List<Pair> directions(String part) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("data/dse/" + part + ".txt"))) {
            String[] cells = line.split("\t", -1);
            StringBuilder text = new StringBuilder();
            List<Mention> names = new ArrayList<>();
            int start = -1;
            int at = 0;
            for (int point : cells[0].codePoints().toArray()) {
                if (point == '[' && start < 0 && names.size() < 2) {
                    start = at;
                } else if (point == ']' && start >= 0) {
                    names.add(new Mention(names.isEmpty() ? "p" : "q", start, at));
                    start = -1;
                } else {
                    text.appendCodePoint(point);
                    at++;
                }
            }
            if (names.size() == 2) {
                pairs.add(new Pair(text.toString(), names.get(0), names.get(1), cells[3]));
            }
        }
        return pairs;
    }

    /** PLOVER's examples. */
    List<Pair> acts() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("data/plover/records.jsonl"))) {
            JsonNode row = JSON.readTree(line);
            pairs.add(new Pair(
                    row.get("text").asText(),
                    mention("p", row.get("source")),
                    mention("q", row.get("target")),
                    row.get("act").asText()));
        }
        return pairs;
    }

    private static Mention mention(String id, JsonNode span) {
        return new Mention(id, span.get(0).asInt(), span.get(1).asInt());
    }

    /** UNSCon's sentences. */
    List<Spoken> speeches() throws IOException {
        List<List<String>> rows =
                cells(Files.readString(folder.resolve("data/unscon/conflict_annotations_sentences.csv")));
        List<String> names = rows.get(0);
        int text = names.indexOf("sentence_text");
        int speech = names.indexOf("filename");
        int speaker = names.indexOf("country");
        int label = names.indexOf("A0");
        return rows.stream()
                .skip(1)
                .filter(row -> !row.get(text).isBlank())
                .map(row -> new Spoken(
                        row.get(text),
                        row.get(speech),
                        row.get(speaker).replace('_', ' '),
                        row.get(label).contains("NegEval")))
                .toList();
    }

    private static List<List<String>> cells(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    /** SEESAW's validation articles. */
    List<Article> articles() throws IOException {
        List<Article> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("data/seesaw/valid.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = JSON.readTree(line);
                List<String> sentences = new ArrayList<>();
                row.get("sentences")
                        .forEach(sentence -> sentences.add(sentence.asText().strip()));
                List<String> entities = new ArrayList<>();
                row.get("entities")
                        .forEach(entity -> entities.add(entity.get("name").asText()));
                Map<Triplet, String> triplets = new HashMap<>();
                for (JsonNode triplet : row.get("triplets")) {
                    int holder = entities.lastIndexOf(triplet.get("holder").asText());
                    int target = entities.lastIndexOf(triplet.get("target").asText());
                    if (holder >= 0 && target >= 0) {
                        triplets.put(
                                new Triplet(triplet.get("sentence").asInt(), entityId(holder), entityId(target)),
                                triplet.get("stance").asText());
                    }
                }
                articles.add(new Article(sentences, entities, triplets));
            }
        }
        return articles;
    }

    /** What the engine is told to call an article's entity, by its place in the list. */
    static String entityId(int place) {
        return "e" + place;
    }

    /** The hand-marked stances. */
    List<Marked> marked() throws IOException {
        List<Marked> marked = new ArrayList<>();
        JsonNode gold = JSON.readTree(folder.resolve("seeds/gold.json").toFile());
        for (Map.Entry<String, JsonNode> article : gold.properties()) {
            String text = Files.readString(folder.resolve("seeds").resolve(article.getKey()));
            for (JsonNode item : article.getValue()) {
                Set<String> manners = new HashSet<>();
                for (JsonNode flag : item.get("flags")) {
                    // Remarks, not manners.
                    if (!Set.of("reported", "dual").contains(flag.asText())) {
                        manners.add(flag.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
                    }
                }
                marked.add(new Marked(
                        text,
                        item.get("evidence").asText(),
                        words(item.get("holder")),
                        words(item.get("target")),
                        words(item.get("polarity")),
                        manners));
            }
        }
        return marked;
    }

    private static Set<String> words(JsonNode array) {
        Set<String> words = new HashSet<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static String plain(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
