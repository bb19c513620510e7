package io.demarche.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.demarche.engine.StanceEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Keeps the engine about as good as it was: on a fixed part of each data set no figure may fall below the interval of the
 * committed reference. The whole sets, through the public API and beside baselines, are evaluation/evaluate.py's.
 *
 * <ul>
 *   <li>{@code demarche.shared}: the folder of data sets, {@code ../../shared} without it; the test is skipped where it is missing
 *   <li>{@code demarche.evaluation.update}: renews the reference instead of comparing with it
 *   <li>{@code demarche.evaluation.model}: an encoder's file to try in place of the built-in one
 * </ul>
 */
class FixedSampleTest {
    private static final String COLUMNS = "figure\tn\tlow\treference";
    // What is printed with one decimal is compared with one.
    private static final double ROUNDING = 0.05;

    @Test
    void linear() throws IOException {
        try (StanceEngine engine = StanceEngine.builder().linear().build()) {
            check("linear", engine);
        }
    }

    @Test
    void encoder() throws IOException {
        String file = System.getProperty("demarche.evaluation.model");
        try (StanceEngine engine = file == null
                        ? StanceEngine.create()
                        : StanceEngine.builder().modelFile(Path.of(file)).build();
                StanceEngine linear = StanceEngine.builder().linear().build()) {
            assumeTrue(
                    !engine.info().model().equals(linear.info().model()),
                    "no encoder is built in: only the linear model was measured");
            check("encoder", engine);
        }
    }

    private static void check(String kind, StanceEngine engine) throws IOException {
        Path shared = Path.of(System.getProperty("demarche.shared", "../../shared"));
        assumeTrue(
                Files.isDirectory(shared.resolve("data")),
                () -> "no data sets at " + shared.toAbsolutePath().normalize() + ": nothing was measured");
        List<Figure> figures = new Measurement(engine, new DataSets(shared)).figures();
        if (System.getProperty("demarche.evaluation.update") != null) {
            write(kind, engine, figures);
            return;
        }
        List<Figure> references = read(kind);
        assertThat(figures)
                .extracting(Figure::name)
                .isEqualTo(references.stream().map(Figure::name).toList());
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            Figure reference = references.get(i);
            softly.assertThat(figure.value())
                    .as(
                            "%s, %s (n = %d): the reference is %.1f (n = %d). If the drop is meant, renew the reference with"
                                    + " -Ddemarche.evaluation.update",
                            kind, figure.name(), figure.n(), reference.value(), reference.n())
                    .isGreaterThanOrEqualTo(reference.low() - ROUNDING);
        }
        softly.assertAll();
    }

    private static String file(String kind) {
        return "fixed-sample-" + kind + ".tsv";
    }

    private static List<Figure> read(String kind) throws IOException {
        List<Figure> references = new ArrayList<>();
        try (InputStream stream = FixedSampleTest.class.getResourceAsStream(file(kind))) {
            assertThat(stream)
                    .as("%s: make it with -Ddemarche.evaluation.update", file(kind))
                    .isNotNull();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#") && !line.equals(COLUMNS)) {
                    String[] cells = line.split("\t");
                    references.add(new Figure(
                            cells[0],
                            Integer.parseInt(cells[1]),
                            Double.parseDouble(cells[2]),
                            Double.NaN,
                            Double.parseDouble(cells[3])));
                }
            }
        }
        return references;
    }

    private static void write(String kind, StanceEngine engine, List<Figure> figures) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Measured by FixedSampleTest with engine " + engine.info().version() + ", model "
                + engine.info().model());
        lines.add(COLUMNS);
        for (Figure figure : figures) {
            lines.add(String.format(
                    Locale.ROOT, "%s\t%d\t%.1f\t%.1f", figure.name(), figure.n(), figure.low(), figure.value()));
        }
        Path folder = Path.of(
                "src/test/resources", FixedSampleTest.class.getPackageName().replace('.', '/'));
        Files.createDirectories(folder);
        Files.write(folder.resolve(file(kind)), lines);
    }
}
