package io.demarche.engine.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * The weights of OpenNLP's tagger, laid out so that a word's features are found by number and not by name.
 *
 * <p>The model has a few weights for each of some 33,000 features: the word and its neighbours, its first and last letters,
 * its shape, and the two tags before it. OpenNLP makes a string of each feature of each word; here a word is hashed once.
 */
final class TaggerWeights {
    /** Longest beginning or ending of a word that is a feature. */
    static final int AFFIX = 4;

    private static final int HERE = 2;
    private static final int PLACES = 5;
    /** Beside the places: the word together with its shape. */
    private static final int COLUMNS = PLACES + WordShape.values().length;

    private static final int NO_ROW = 0;

    private final String[] labels;
    private final LongIndex words = new LongIndex();
    private final LongIndex prefixes = new LongIndex();
    private final LongIndex suffixes = new LongIndex();
    private int[] wordRows = new int[0];
    private int[] prefixRows = new int[0];
    private int[] suffixRows = new int[0];
    private final int[] shapeRows = new int[WordShape.values().length];
    /** The sentence's beginning, by how far it lies back. */
    private final int[] beginRows = new int[HERE + 1];

    private final int[] tagRows;
    private final int[] tagPairRows;
    private int alwaysRow;

    /** Row {@code r} is the outcomes and weights from {@code starts[r]} to {@code starts[r + 1]}; row 0 is empty. */
    private final int[] starts;

    private final byte[] outcomes;
    private final float[] weights;

    private TaggerWeights(Map<String, Context> features, String[] labels) {
        this.labels = labels.clone();
        this.tagRows = new int[labels.length];
        this.tagPairRows = new int[labels.length * labels.length];
        int total = features.values().stream()
                .mapToInt(row -> row.getOutcomes().length)
                .sum();
        this.starts = new int[features.size() + 2];
        this.outcomes = new byte[total];
        this.weights = new float[total];
        int row = NO_ROW;
        int filled = 0;
        for (Map.Entry<String, Context> feature : features.entrySet()) {
            row++;
            starts[row] = filled;
            int[] to = feature.getValue().getOutcomes();
            for (int i = 0; i < to.length; i++) {
                outcomes[filled] = (byte) to[i];
                weights[filled] = (float) feature.getValue().getParameters()[i];
                filled++;
            }
            place(feature.getKey(), row);
        }
        starts[row + 1] = filled;
    }

    /**
     * Takes the weights out of OpenNLP's model.
     *
     * @throws IllegalStateException when it has features that are not known here
     */
    static TaggerWeights of(AbstractModel model) {
        Object[] parts = model.getDataStructures();
        // Sorted, so that equal models are laid out equally.
        Map<String, Context> features = new TreeMap<>();
        for (Map.Entry<?, ?> feature : ((Map<?, ?>) parts[1]).entrySet()) {
            features.put((String) feature.getKey(), (Context) feature.getValue());
        }
        return new TaggerWeights(features, (String[]) parts[2]);
    }

    /** The labels of the outcomes, by their numbers. */
    List<String> labels() {
        return List.of(labels);
    }

    private void place(String feature, int row) {
        int cut = feature.indexOf('=');
        String kind = cut < 0 ? feature : feature.substring(0, cut);
        String value = feature.substring(cut + 1);
        switch (kind) {
            case "def" -> alwaysRow = row;
            case "S" -> beginRows[0] = row;
            case "p1S" -> beginRows[1] = row;
            case "p2S" -> beginRows[2] = row;
            case "wc" -> shapeRows[WordShape.named(value).ordinal()] = row;
            case "w" -> placeWord(value, HERE, row);
            case "p1w" -> placeWord(value, HERE - 1, row);
            case "p2w" -> placeWord(value, HERE - 2, row);
            case "n1w" -> placeWord(value, HERE + 1, row);
            case "n2w" -> placeWord(value, HERE + 2, row);
            case "w&c" -> {
                int comma = value.lastIndexOf(',');
                WordShape shape = WordShape.named(value.substring(comma + 1));
                placeWord(value.substring(0, comma), PLACES + shape.ordinal(), row);
            }
            case "pre" -> prefixRows = placed(prefixRows, prefixes.add(Hashes.forward(value, 0, value.length())), row);
            case "suf" -> suffixRows = placed(suffixRows, suffixes.add(Hashes.backward(value, 0, value.length())), row);
            case "t" -> tagRows[number(value)] = row;
            case "t2" -> {
                int comma = value.indexOf(',');
                int earlier = number(value.substring(0, comma));
                tagPairRows[earlier * labels.length + number(value.substring(comma + 1))] = row;
            }
            default -> throw new IllegalStateException("the tagger's model has an unknown feature: " + feature);
        }
    }

    private void placeWord(String word, int column, int row) {
        int number = words.add(Hashes.forward(word, 0, word.length()));
        wordRows = placed(wordRows, number * COLUMNS + column, row);
    }

    private static int[] placed(int[] rows, int at, int row) {
        int[] wide = at < rows.length ? rows : Arrays.copyOf(rows, Math.max(at + COLUMNS, rows.length * 2));
        if (wide[at] != NO_ROW) {
            throw new IllegalStateException("two features of the tagger's model have one hash");
        }
        wide[at] = row;
        return wide;
    }

    private int number(String label) {
        int number = Arrays.asList(labels).indexOf(label);
        if (number < 0) {
            throw new IllegalStateException("the tagger's model has no outcome " + label);
        }
        return number;
    }

    /** The numbers of words, given in lower case; {@link LongIndex#NONE} for one that the model has not met. */
    int[] numbers(String[] lower) {
        int[] numbers = new int[lower.length];
        for (int i = 0; i < lower.length; i++) {
            numbers[i] = words.get(Hashes.forward(lower[i], 0, lower[i].length()));
        }
        return numbers;
    }

    /** Sums the weights of all that does not depend on other words' tags. */
    void sum(String word, int[] numbers, int at, float[] sums) {
        Arrays.fill(sums, 0);
        add(alwaysRow, sums);
        if (at <= HERE) {
            add(beginRows[at], sums);
        }
        int from = Math.max(0, at - HERE);
        int to = Math.min(numbers.length, at + HERE + 1);
        for (int other = from; other < to; other++) {
            if (numbers[other] != LongIndex.NONE) {
                // A neighbour on the left is the feature "p": it stands in the columns before this word's.
                add(wordRows[numbers[other] * COLUMNS + HERE + other - at], sums);
            }
        }
        int shape = WordShape.of(word).ordinal();
        add(shapeRows[shape], sums);
        if (numbers[at] != LongIndex.NONE) {
            add(wordRows[numbers[at] * COLUMNS + PLACES + shape], sums);
        }
        long beginning = Hashes.START;
        long ending = Hashes.START;
        int length = word.length();
        for (int i = 0; i < Math.min(AFFIX, length); i++) {
            beginning = Hashes.with(beginning, word.charAt(i));
            ending = Hashes.with(ending, word.charAt(length - 1 - i));
            int prefix = prefixes.get(beginning);
            int suffix = suffixes.get(ending);
            if (prefix != LongIndex.NONE) {
                add(prefixRows[prefix], sums);
            }
            if (suffix != LongIndex.NONE) {
                add(suffixRows[suffix], sums);
            }
        }
    }

    /** Adds the weights of the tag before. */
    void addAfter(int previous, float[] sums) {
        add(tagRows[previous], sums);
    }

    /** Adds the weights of the two tags before, as a pair. */
    void addAfter(int earlier, int previous, float[] sums) {
        add(tagPairRows[earlier * labels.length + previous], sums);
    }

    private void add(int row, float[] sums) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sums[outcomes[i]] += weights[i];
        }
    }
}
