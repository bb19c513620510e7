package io.demarche.gateway.load;

import java.util.Arrays;

/** How long one operation takes when it is not kept waiting by others, and how long it has taken of late. */
final class Usual {

    private static final int MOST = 512;
    private static final int ENOUGH = 3;
    /** Medians of few differ by chance: one is not believed wholly. */
    private static final double FOLLOW = 0.5;

    private final long[] spans = new long[MOST];
    private int count;
    private double nanos = Double.NaN;
    private boolean known;

    void took(long span) {
        // Of a busy window the first suffice: a median does not need them all.
        if (count < MOST) {
            spans[count++] = span;
        }
    }

    int count() {
        return count;
    }

    /**
     * How many times the usual the median of the window was; 1 when nothing is known.
     *
     * @param atLeastNanos what less than this is usual counts as
     */
    double strain(double atLeastNanos) {
        return count == 0 || Double.isNaN(nanos) ? 1 : median() / Math.max(nanos, atLeastNanos);
    }

    /**
     * Ends a window.
     *
     * @param oneByOne whether nothing of the window was kept waiting by others, so that it says what is usual; otherwise
     *     it only says that no more than this is
     */
    void learn(boolean oneByOne) {
        if (count == 0) {
            return;
        }
        double median = median();
        boolean telling = oneByOne && count >= ENOUGH;
        if (Double.isNaN(nanos) || (telling && !known)) {
            nanos = median;
        } else if (median < nanos || telling) {
            nanos += FOLLOW * (median - nanos);
        }
        known |= telling;
        count = 0;
    }

    private double median() {
        long[] sorted = Arrays.copyOf(spans, count);
        Arrays.sort(sorted);
        return Math.max(1, sorted[count / 2]);
    }
}
