package io.demarche.engine.classifier;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.demarche.engine.data.Digest;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The encoder on ONNX Runtime: one pass a sentence, in which each further pair costs little.
 *
 * <p>The model file holds its vocabulary, its name and its longest input as metadata, so that one file is all of it.
 */
public final class EncoderClassifier implements PairClassifier {
    private static final int CRITICISM = 3;
    /** Pairs of one pass; more are read in several. */
    private static final int AT_ONCE = 16;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;
    private final String name;
    private final int longest;

    private EncoderClassifier(OrtEnvironment environment, OrtSession session, String digest) throws OrtException {
        this.environment = environment;
        this.session = session;
        Map<String, String> about = session.getMetadata().getCustomMetadata();
        for (String key : List.of("name", "longest", "vocabulary")) {
            if (!about.containsKey(key)) {
                throw new IllegalArgumentException("the model file has no \"" + key + "\" in its metadata");
            }
        }
        for (String input : List.of("ids", "p", "q")) {
            Map<String, NodeInfo> inputs = session.getInputInfo();
            if (!inputs.containsKey(input)) {
                throw new IllegalArgumentException("the model file has no input \"" + input + "\"");
            }
        }
        this.name = about.get("name") + "+" + digest;
        this.longest = Integer.parseInt(about.get("longest"));
        this.pieces = new WordPiece(List.of(about.get("vocabulary").split("\n")));
    }

    /**
     * Reads a model file.
     *
     * @param threads threads that one pass may use, at least 1
     * @throws IllegalArgumentException when the file is missing or no model of this kind
     */
    public static EncoderClassifier load(Path file, int threads) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("the stance model " + file + " is not there or can't be read");
        }
        return open(
                threads,
                new Digest().add(file).digits(),
                (environment, options) -> environment.createSession(file.toString(), options));
    }

    /** Reads a model from memory; a file costs less. */
    public static EncoderClassifier load(byte[] model, int threads) {
        return open(
                threads,
                new Digest().add(model).digits(),
                (environment, options) -> environment.createSession(model, options));
    }

    private static EncoderClassifier open(int threads, String digest, Opener opener) {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(threads);
                options.setInterOpNumThreads(1);
                // Sentences differ in length: an arena and a memory plan for each length would only grow.
                options.setCPUArenaAllocator(false);
                options.setMemoryPatternOptimization(false);
                return new EncoderClassifier(environment, opener.open(environment, options), digest);
            }
        } catch (OrtException e) {
            throw new IllegalArgumentException("the stance model can't be read", e);
        }
    }

    private interface Opener {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "encoder";
    }

    @Override
    public List<Reading> read(String sentence, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        WordPiece.Pieces tokens = pieces.of(sentence, longest);
        List<Reading> readings = new ArrayList<>(pairs.size());
        for (int from = 0; from < pairs.size(); from += AT_ONCE) {
            readings.addAll(run(tokens, pairs.subList(from, Math.min(pairs.size(), from + AT_ONCE))));
        }
        return readings;
    }

    private List<Reading> run(WordPiece.Pieces tokens, List<Pair> pairs) {
        int size = tokens.size();
        float[] first = new float[pairs.size() * size];
        float[] second = new float[pairs.size() * size];
        boolean[] seen = new boolean[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            seen[i] = mark(tokens, pair.firstStart(), pair.firstEnd(), first, i * size)
                    && mark(tokens, pair.secondStart(), pair.secondEnd(), second, i * size);
        }
        long[] shape = {pairs.size(), size};
        try (OnnxTensor ids =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.ids()), new long[] {1, size});
                OnnxTensor p = OnnxTensor.createTensor(environment, FloatBuffer.wrap(first), shape);
                OnnxTensor q = OnnxTensor.createTensor(environment, FloatBuffer.wrap(second), shape);
                OrtSession.Result result = session.run(Map.of("ids", ids, "p", p, "q", q), Set.of("logits"))) {
            OnnxValue value = result.get(0);
            float[][] logits = (float[][]) value.getValue();
            List<Reading> readings = new ArrayList<>(pairs.size());
            for (int i = 0; i < pairs.size(); i++) {
                readings.add(seen[i] ? reading(logits[i]) : Reading.NONE);
            }
            return readings;
        } catch (OrtException e) {
            throw new IllegalStateException("the stance model failed on a sentence", e);
        }
    }

    /** Shares a weight of 1 among a span's pieces; false when the span lies beyond what the model looks at. */
    private static boolean mark(WordPiece.Pieces tokens, int start, int end, float[] weights, int offset) {
        if (start >= end) {
            return true;
        }
        int inside = 0;
        for (int i = 0; i < tokens.size(); i++) {
            inside += tokens.starts()[i] < end && tokens.ends()[i] > start ? 1 : 0;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.starts()[i] < end && tokens.ends()[i] > start) {
                weights[offset + i] = 1f / inside;
            }
        }
        return inside > 0;
    }

    private static Reading reading(float[] logits) {
        int acts = Direction.COUNT + Reading.ACT_COUNT;
        return new Reading(
                Reading.logSoftmax(logits, 0, Direction.COUNT),
                Reading.logSoftmax(logits, Direction.COUNT, acts),
                Reading.logSoftmax(logits, acts, acts + CRITICISM));
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the stance model can't be closed", e);
        }
    }
}
