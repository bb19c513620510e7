package io.demarche.benchmarks.gateway;

import org.HdrHistogram.Histogram;

/** Rounds of two ways, taken in turns. */
final class Paired {

    private static final double MICROS = 1_000;

    private final Histogram itself = new Histogram(120_000_000, 3);
    private final Histogram through = new Histogram(120_000_000, 3);
    private double bestItself;
    private double bestThrough;

    void add(Result service, Result gateway) {
        if (service.failed() + gateway.failed() + service.shed().getTotalCount() > 0) {
            throw new IllegalStateException("not all was answered: " + service + "; " + gateway);
        }
        itself.add(service.good());
        through.add(gateway.good());
        bestItself = Math.max(bestItself, service.goodput());
        bestThrough = Math.max(bestThrough, gateway.goodput());
    }

    double itself(double percentile) {
        return itself.getValueAtPercentile(percentile) / MICROS;
    }

    double through(double percentile) {
        return through.getValueAtPercentile(percentile) / MICROS;
    }

    double bestItself() {
        return bestItself;
    }

    double bestThrough() {
        return bestThrough;
    }

    long count() {
        return through.getTotalCount();
    }
}
