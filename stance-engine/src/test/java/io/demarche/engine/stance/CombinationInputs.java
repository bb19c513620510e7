package io.demarche.engine.stance;

import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.Mention;
import io.demarche.engine.catalog.BuiltInCatalog;
import io.demarche.engine.catalog.Catalog;
import io.demarche.engine.classifier.EncoderClassifier;
import io.demarche.engine.classifier.LinearClassifier;
import io.demarche.engine.classifier.PairClassifier;
import io.demarche.engine.classifier.Reading;
import io.demarche.engine.cue.CueLexicon;
import io.demarche.engine.data.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what {@link Combination} is given for each line of a DSE file, for training/combine.py to fit its weights on:
 * {@code CombinationInputs MODEL.onnx|linear DSE-FILE OUT}.
 */
public final class CombinationInputs {
    private CombinationInputs() {}

    /** Takes note of what it is asked. */
    private static final class Recording extends Combination {
        double[] learned = new double[0];
        double[] cues = new double[0];

        Recording() {
            super(1, 0, 0, 0, 0, 0, 1, 1);
        }

        @Override
        double[] shares(Reading reading, double[] given, boolean[] possible) {
            learned = reading.directions();
            cues = given.clone();
            return super.shares(reading, given, possible);
        }
    }

    public static void main(String[] args) throws IOException {
        Recording recording = new Recording();
        Catalog catalog = BuiltInCatalog.load();
        try (PairClassifier classifier = args[0].equals("linear")
                        ? LinearClassifier.load(Table.bytes("pairs-linear.bin"))
                        : EncoderClassifier.load(Path.of(args[0]), 1);
                PrintStream out = new PrintStream(args[2], StandardCharsets.UTF_8)) {
            StanceFinder finder = new StanceFinder(CueLexicon.load(), classifier, recording, recording);
            for (String line : Files.readAllLines(Path.of(args[1]))) {
                String[] cells = line.split("\t", -1);
                List<int[]> spans = new ArrayList<>();
                String text = unmarked(cells[0], spans);
                if (spans.size() < 2) {
                    continue;
                }
                recording.learned = new double[0];
                CodePoints offsets = new CodePoints(text);
                List<Mention> mentions = List.of(mention("p", spans.get(0)), mention("q", spans.get(1)));
                finder.find(new AnalysisRequest(text, null, null, null, mentions, null, null), catalog, offsets);
                if (recording.learned.length == 0) {
                    continue;
                }
                boolean turned = spans.get(1)[0] < spans.get(0)[0];
                out.println("{\"text\": " + quoted(text) + ", \"label\": " + cells[3] + ", \"turned\": " + turned
                        + ", \"learned\": [" + joined(recording.learned) + "], \"cues\": [" + joined(recording.cues)
                        + "]}");
            }
        }
    }

    private static String unmarked(String marked, List<int[]> spans) {
        StringBuilder text = new StringBuilder();
        int start = -1;
        for (int point : marked.codePoints().toArray()) {
            int at = text.codePointCount(0, text.length());
            if (point == '[' && start < 0 && spans.size() < 2) {
                start = at;
            } else if (point == ']' && start >= 0) {
                spans.add(new int[] {start, at});
                start = -1;
            } else {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }

    private static Mention mention(String id, int[] span) {
        return new Mention(id, span[0], span[1]);
    }

    private static String joined(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format("%.5f", value))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
