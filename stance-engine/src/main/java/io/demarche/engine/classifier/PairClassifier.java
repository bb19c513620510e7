package io.demarche.engine.classifier;

import java.util.List;

/** Reads how the actors of one sentence stand to each other. Safe for any number of threads. */
public interface PairClassifier extends AutoCloseable {
    /** What {@code engine.model} calls it: equal names, equal readings. */
    String name();

    /** What it is, which decides how far it is trusted: {@code encoder} or {@code linear}. */
    String kind();

    /**
     * Reads the pairs of one sentence.
     *
     * @param sentence its words
     * @param pairs spans in it
     * @return one reading for each pair, in their order; a span beyond what the model can look at has {@link Reading#NONE}
     */
    List<Reading> read(String sentence, List<Pair> pairs);

    /** Frees what the model holds outside the Java heap. */
    @Override
    default void close() {}

    /**
     * Two spans of a sentence as offsets of its units; a span of no length is none.
     *
     * @param firstStart where the first begins
     * @param firstEnd offset after its last unit
     * @param secondStart where the second begins
     * @param secondEnd offset after its last unit
     */
    record Pair(int firstStart, int firstEnd, int secondStart, int secondEnd) {
        /** The sentence as a whole. */
        public static final Pair WHOLE = new Pair(0, 0, 0, 0);
    }
}
