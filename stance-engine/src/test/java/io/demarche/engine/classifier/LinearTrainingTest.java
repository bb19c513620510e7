package io.demarche.engine.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.demarche.engine.classifier.PairClassifier.Pair;
import io.demarche.engine.data.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LinearTrainingTest {
    private final LinearClassifier classifier = LinearClassifier.load(Table.bytes("pairs-linear.bin"));

    /** The file holds what training/linear.py computes for sentences of our own: text, spans, five logarithms. */
    @Test
    void readsAsItsTrainingDoes() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("linear-readings.tsv"))) {
            int checked = 0;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                Pair pair = new Pair(
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[2]),
                        Integer.parseInt(cells[3]),
                        Integer.parseInt(cells[4]));
                Reading reading = classifier.read(cells[0], List.of(pair)).get(0);
                for (Direction direction : Direction.values()) {
                    assertThat(reading.of(direction))
                            .as("%s of %s", direction, cells[0])
                            .isCloseTo(Double.parseDouble(cells[5 + direction.ordinal()]), within(0.002));
                }
                checked++;
            }
            assertThat(checked).isGreaterThan(20);
        }
    }

    @Test
    void sharesAddUpToOne() {
        String text = "Moscow condemned the decision of Kyiv.";
        Reading reading = classifier.read(text, List.of(new Pair(0, 6, 33, 37))).get(0);
        double sum = 0;
        for (Direction direction : Direction.values()) {
            sum += Math.exp(reading.of(direction));
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void anotherFileIsRefused() {
        assertThatThrownBy(() -> LinearClassifier.load(new byte[100])).isInstanceOf(IllegalArgumentException.class);
    }
}
