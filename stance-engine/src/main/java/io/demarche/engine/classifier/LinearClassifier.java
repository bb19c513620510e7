package io.demarche.engine.classifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words and their neighbours, each with a weight: what is left where there is no encoder.
 *
 * <p>Features are n-grams of the sentence with the pair's places kept, hashed (FNV-1a) into a table of 8-bit weights.
 * training/linear.py writes the file and makes the same features: bytes "DLIN", number of features (a power of two),
 * number of outputs, then a 32-bit float scale and bias for each output, then the weights, outputs side by side.
 */
public final class LinearClassifier implements PairClassifier {
    private static final int MAGIC = 0x444C494E;
    private static final int DIRECTIONS = 5;
    private static final int REACH = 6;

    private final int mask;
    private final int outputs;
    private final float[] scales;
    private final float[] biases;
    private final byte[] weights;
    private final String name;

    private LinearClassifier(String name, ByteBuffer file) {
        if (file.remaining() < 12 || file.getInt() != MAGIC) {
            throw new IllegalArgumentException("not a linear stance model");
        }
        int features = file.getInt();
        this.name = name;
        this.mask = features - 1;
        this.outputs = file.getInt();
        this.scales = new float[outputs];
        this.biases = new float[outputs];
        for (int i = 0; i < outputs; i++) {
            scales[i] = file.getFloat();
            biases[i] = file.getFloat();
        }
        this.weights = new byte[features * outputs];
        file.get(weights);
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static LinearClassifier load(byte[] model) {
        return new LinearClassifier("linear+" + Digest.of(model), ByteBuffer.wrap(model));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "linear";
    }

    @Override
    public List<Reading> read(String sentence, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<Word> words = words(sentence);
        List<Reading> readings = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            readings.add(read(words, pair));
        }
        return readings;
    }

    private Reading read(List<Word> words, Pair pair) {
        float[] logits = biases.clone();
        Set<Integer> features = new HashSet<>();
        features(words, pair, features);
        int[] sums = new int[outputs];
        for (int feature : features) {
            int row = feature * outputs;
            for (int i = 0; i < outputs; i++) {
                sums[i] += weights[row + i];
            }
        }
        for (int i = 0; i < outputs; i++) {
            logits[i] += scales[i] * sums[i];
        }
        double[] acts = outputs > DIRECTIONS ? Reading.logSoftmax(logits, DIRECTIONS, outputs) : new double[] {};
        return new Reading(Reading.logSoftmax(logits, 0, DIRECTIONS), acts, new double[] {});
    }

    /** A word in lower case, or a quotation mark, and its place. */
    private record Word(String text, int start, int end) {}

    private static List<Word> words(String sentence) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < sentence.length()) {
            char unit = sentence.charAt(at);
            if (Character.isLetterOrDigit(unit)) {
                int end = at + 1;
                while (end < sentence.length() && Character.isLetterOrDigit(sentence.charAt(end))) {
                    end++;
                }
                words.add(new Word(sentence.substring(at, end).toLowerCase(Locale.ROOT), at, end));
                at = end;
            } else {
                if (unit == '"' || unit == '“' || unit == '”') {
                    words.add(new Word("\"", at, at + 1));
                }
                at++;
            }
        }
        return words;
    }

    private void features(List<Word> words, Pair pair, Set<Integer> features) {
        List<String> line = new ArrayList<>();
        int p = -1;
        int q = -1;
        for (Word word : words) {
            boolean first = word.start() < pair.firstEnd() && word.end() > pair.firstStart();
            boolean second = word.start() < pair.secondEnd() && word.end() > pair.secondStart();
            if (first) {
                p = p < 0 ? add(line, "<p>") : p;
            } else if (second) {
                q = q < 0 ? add(line, "<q>") : q;
            } else {
                line.add(word.text());
            }
        }
        if (p < 0 || q < 0) {
            return;
        }
        String order = p < q ? "pq" : "qp";
        int left = Math.min(p, q);
        int right = Math.max(p, q);
        int from = Math.max(0, left - REACH);
        int to = Math.min(line.size(), right + REACH + 1);
        add(features, order, Integer.toString(Math.min(9, (right - left) / 3)));
        for (int at = from; at < to; at++) {
            String zone = at < left ? "b" : at <= right ? "m" : "a";
            String word = line.get(at);
            add(features, order + zone, word);
            add(features, "any", word);
            if (at + 1 < to) {
                add(features, order + zone, word + " " + line.get(at + 1));
                if (at + 2 < to) {
                    add(features, order + zone, word + " " + line.get(at + 1) + " " + line.get(at + 2));
                }
            }
        }
    }

    private static int add(List<String> line, String word) {
        line.add(word);
        return line.size() - 1;
    }

    private void add(Set<Integer> features, String place, String words) {
        int hash = 0x811C9DC5;
        for (byte part : (place + ":" + words).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ part & 0xFF) * 0x01000193;
        }
        features.add(hash & mask);
    }
}
