package io.demarche.benchmarks.gateway;

import org.HdrHistogram.Histogram;

/**
 * What came of a run. Times are in microseconds, from when a request was due, not from when it could be sent.
 *
 * @param seconds how long requests were sent
 * @param good times of answers with 200
 * @param shed times of answers with 503
 * @param failed how many had another status, or none
 */
record Result(double seconds, Histogram good, Histogram shed, long failed) {

    private static final double MICROS = 1_000;

    /** Answers with 200 a second. */
    double goodput() {
        return good.getTotalCount() / seconds;
    }

    /** A percentile of the answers with 200, in milliseconds. */
    double millis(double percentile) {
        return good.getValueAtPercentile(percentile) / MICROS;
    }

    @Override
    public String toString() {
        return String.format(
                "%,8.1f good/s, p50 %.2f ms, p99 %.2f ms (n %,d); shed %,d, p50 %.2f ms, p99 %.2f ms; failed %d",
                goodput(),
                millis(50),
                millis(99),
                good.getTotalCount(),
                shed.getTotalCount(),
                shed.getValueAtPercentile(50) / MICROS,
                shed.getValueAtPercentile(99) / MICROS,
                failed);
    }
}
