package io.demarche.engine.classifier;

import io.demarche.engine.data.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words and their neighbours, each with a weight: what is left where there is no encoder.
 *
 * <p>Features are n-grams of the sentence with the pair's places kept, hashed (FNV-1a) into a table of 8-bit weights.
 * training/linear.py writes the file and makes the same features: bytes "DLIN", number of features (a power of two),
 * number of outputs, then a 32-bit float scale and bias for each output, then the weights, outputs side by side.
 */
public final class LinearClassifier implements PairClassifier {
    private static final int MAGIC = 0x444C494E;
    private static final int REACH = 6;
    /** Words of the longest feature. */
    private static final int LONGEST = 3;

    private static final byte[] FIRST = {'<', 'p', '>'};
    private static final byte[] SECOND = {'<', 'q', '>'};
    private static final byte[] QUOTE = {'"'};
    private static final byte[] BLANK = {' '};

    /** Hashes of what stands before the words of a feature. */
    private static final int ANYWHERE = start("any:");

    private static final Places FIRST_LEADS = new Places("pq");
    private static final Places SECOND_LEADS = new Places("qp");

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
        return new LinearClassifier("linear+" + new Digest().add(model).digits(), ByteBuffer.wrap(model));
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
        int[] sums = new int[outputs];
        features(words, pair, sums);
        float[] logits = biases.clone();
        for (int i = 0; i < outputs; i++) {
            logits[i] += scales[i] * sums[i];
        }
        double[] acts =
                outputs > Direction.COUNT ? Reading.logSoftmax(logits, Direction.COUNT, outputs) : new double[] {};
        return new Reading(Reading.logSoftmax(logits, 0, Direction.COUNT), acts, new double[] {});
    }

    /** A word in lower case, or a quotation mark, and its place. */
    private record Word(byte[] utf8, int start, int end) {}

    private static List<Word> words(String sentence) {
        List<Word> words = new ArrayList<>(sentence.length() / 5 + 4);
        int at = 0;
        while (at < sentence.length()) {
            char unit = sentence.charAt(at);
            if (Character.isLetterOrDigit(unit)) {
                int end = at + 1;
                while (end < sentence.length() && Character.isLetterOrDigit(sentence.charAt(end))) {
                    end++;
                }
                String word = sentence.substring(at, end).toLowerCase(Locale.ROOT);
                words.add(new Word(word.getBytes(StandardCharsets.UTF_8), at, end));
                at = end;
            } else {
                if (unit == '"' || unit == '“' || unit == '”') {
                    words.add(new Word(QUOTE, at, at + 1));
                }
                at++;
            }
        }
        return words;
    }

    /** Adds up the weights of a pair's features. */
    private void features(List<Word> words, Pair pair, int[] sums) {
        byte[][] line = new byte[words.size()][];
        int size = 0;
        int p = -1;
        int q = -1;
        for (Word word : words) {
            boolean first = word.start() < pair.firstEnd() && word.end() > pair.firstStart();
            boolean second = word.start() < pair.secondEnd() && word.end() > pair.secondStart();
            if (first && p < 0) {
                p = size;
                line[size++] = FIRST;
            } else if (!first && second && q < 0) {
                q = size;
                line[size++] = SECOND;
            } else if (!first && !second) {
                line[size++] = word.utf8();
            }
        }
        if (p < 0 || q < 0) {
            return;
        }
        Places places = p < q ? FIRST_LEADS : SECOND_LEADS;
        int left = Math.min(p, q);
        int right = Math.max(p, q);
        int from = Math.max(0, left - REACH);
        int to = Math.min(size, right + REACH + 1);
        Seen seen = new Seen(4 * (to - from) + 1);
        add(hashed(places.order(), Integer.toString(Math.min(9, (right - left) / 3))), seen, sums);
        for (int at = from; at < to; at++) {
            add(hashed(ANYWHERE, line[at]), seen, sums);
            // The hash of a word is where that of the word and the next goes on from.
            int hash = at < left ? places.before() : at <= right ? places.between() : places.after();
            for (int next = at; next < Math.min(at + LONGEST, to); next++) {
                hash = hashed(next == at ? hash : hashed(hash, BLANK), line[next]);
                add(hash, seen, sums);
            }
        }
    }

    private void add(int hash, Seen seen, int[] sums) {
        int feature = hash & mask;
        if (seen.add(feature)) {
            int row = feature * outputs;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weights[row + i];
            }
        }
    }

    private static int start(String words) {
        return hashed(0x811C9DC5, words);
    }

    private static int hashed(int hash, String words) {
        return hashed(hash, words.getBytes(StandardCharsets.UTF_8));
    }

    private static int hashed(int hash, byte[] words) {
        int found = hash;
        for (byte part : words) {
            found = (found ^ part & 0xFF) * 0x01000193;
        }
        return found;
    }

    /** Hashes of what stands before the words of a feature, where the pair stands in one order. */
    private record Places(int order, int before, int between, int after) {
        Places(String order) {
            this(start(order + ":"), start(order + "b:"), start(order + "m:"), start(order + "a:"));
        }
    }

    /** Features that were counted: each counts once. */
    private static final class Seen {
        private final int[] slots;

        Seen(int most) {
            slots = new int[Integer.highestOneBit(most) * 4];
            Arrays.fill(slots, -1);
        }

        /** Whether it was not there before. */
        boolean add(int feature) {
            int slot = feature & slots.length - 1;
            while (slots[slot] != -1) {
                if (slots[slot] == feature) {
                    return false;
                }
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = feature;
            return true;
        }
    }
}
