package io.demarche.engine.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.engine.classifier.PairClassifier.Pair;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinearClassifierTest {
    private static final int FEATURES = 1 << 12;
    private static final int OUTPUTS = 5;
    private static final byte[] WEIGHTS = weights();
    private static final LinearClassifier CLASSIFIER = LinearClassifier.load(model());

    @Test
    void refusesAFileThatIsNoModel() {
        assertThatThrownBy(() -> LinearClassifier.load(new byte[40])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsNothingOfNoPairs() {
        assertThat(CLASSIFIER.read("Moscow welcomed the talks.", List.of())).isEmpty();
    }

    /** The features are those that training makes: n-grams as words, not as running hashes. */
    @Property(tries = 500)
    void countsEachFeatureOnce(
            @ForAll("sentences") List<String> words,
            @ForAll @IntRange(max = 14) int p,
            @ForAll @IntRange(max = 14) int q) {
        int first = p % words.size();
        int second = q % words.size();
        String text = String.join(" ", words);
        Pair pair = new Pair(
                start(words, first), start(words, first) + words.get(first).length(),
                start(words, second), start(words, second) + words.get(second).length());
        double[] expected = Reading.logSoftmax(logits(words, first, second), 0, OUTPUTS);
        assertThat(CLASSIFIER.read(text, List.of(pair)).get(0).directions()).containsExactly(expected);
    }

    @Provide
    Arbitrary<List<String>> sentences() {
        return Arbitraries.of("moscow", "kyiv", "the", "the", "talks", "welcomed", "été", "право", "7")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static int start(List<String> words, int at) {
        return words.subList(0, at).stream().mapToInt(word -> word.length() + 1).sum();
    }

    private static float[] logits(List<String> words, int p, int q) {
        float[] logits = new float[OUTPUTS];
        if (p == q) {
            return logits;
        }
        List<String> line = new ArrayList<>(words);
        line.set(p, "<p>");
        line.set(q, "<q>");
        String order = p < q ? "pq" : "qp";
        int left = Math.min(p, q);
        int right = Math.max(p, q);
        int to = Math.min(line.size(), right + 7);
        Set<String> features = new HashSet<>();
        features.add(order + ":" + Math.min(9, (right - left) / 3));
        for (int at = Math.max(0, left - 6); at < to; at++) {
            String zone = at < left ? "b" : at <= right ? "m" : "a";
            features.add("any:" + line.get(at));
            for (int end = at + 1; end <= Math.min(to, at + 3); end++) {
                features.add(order + zone + ":" + String.join(" ", line.subList(at, end)));
            }
        }
        Set<Integer> hashed = new HashSet<>();
        for (String feature : features) {
            int hash = 0x811C9DC5;
            for (byte part : feature.getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ part & 0xFF) * 0x01000193;
            }
            hashed.add(hash & FEATURES - 1);
        }
        for (int feature : hashed) {
            for (int i = 0; i < OUTPUTS; i++) {
                logits[i] += WEIGHTS[feature * OUTPUTS + i] / 64f;
            }
        }
        return logits;
    }

    private static byte[] weights() {
        byte[] weights = new byte[FEATURES * OUTPUTS];
        new Random(1).nextBytes(weights);
        return weights;
    }

    private static byte[] model() {
        ByteBuffer model = ByteBuffer.allocate(12 + 8 * OUTPUTS + WEIGHTS.length);
        model.putInt(0x444C494E).putInt(FEATURES).putInt(OUTPUTS);
        for (int i = 0; i < OUTPUTS; i++) {
            model.putFloat(1 / 64f).putFloat(0);
        }
        return model.put(WEIGHTS).array();
    }
}
