package io.demarche.gateway.load;

import java.util.Arrays;

/** How long one operation takes when it is not kept waiting by others, and how long it has taken of late. */
final class Usual {

    private static final int MOST = 512;
    private static final double DRIFT = 0.2;
    private static final int ENOUGH_FOR_A_TRIAL = 3;

    private final long[] spans = new long[MOST];
    private int count;
    private double nanos = Double.NaN;

    void took(long span) {
        // Of a busy window the first suffice: a median does not need them all.
        if (count < MOST) {
            spans[count++] = span;
        }
    }

    int count() {
        return count;
    }

    /** How many times the usual the median of the window was; 1 when nothing is known. */
    double strain() {
        return count == 0 || Double.isNaN(nanos) ? 1 : median() / nanos;
    }

    /**
     * Ends a window.
     *
     * @param alone whether nothing of the window was kept waiting, so that it says what is usual
     * @param trial whether so little was let in that the window says it better than all before
     */
    void learn(boolean alone, boolean trial) {
        if (count == 0) {
            return;
        }
        double median = median();
        if (Double.isNaN(nanos) || median < nanos || (trial && count >= ENOUGH_FOR_A_TRIAL)) {
            nanos = median;
        } else if (alone) {
            nanos += DRIFT * (median - nanos);
        }
        count = 0;
    }

    private double median() {
        long[] sorted = Arrays.copyOf(spans, count);
        Arrays.sort(sorted);
        return Math.max(1, sorted[count / 2]);
    }
}
