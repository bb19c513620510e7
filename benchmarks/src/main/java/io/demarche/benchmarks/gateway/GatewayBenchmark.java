package io.demarche.benchmarks.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What the gateway costs over asking a service itself, and what it does at five times what can be done. Run from
 * {@code benchmarks/}, with the services packaged.
 */
public final class GatewayBenchmark {

    private static final double OVERLOAD = 5;

    private final Suite suite;
    private final Load load;
    private final boolean full;
    private final double seconds;
    private final String only;

    private GatewayBenchmark(Suite suite, Load load, boolean full, String only) {
        this.only = only;
        this.suite = suite;
        this.load = load;
        this.full = full;
        this.seconds = full ? 10 : 2;
    }

    /**
     * Measures.
     *
     * @param arguments {@code speed}, {@code overload} or {@code all}; {@code quick} or {@code full}; what the name of
     *     what is measured has in it, such as {@code analyses}
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        String what = arguments.length > 0 ? arguments[0] : "all";
        boolean full = arguments.length > 1 && arguments[1].equals("full");
        try (Suite suite = Suite.start();
                Load load = new Load()) {
            int asking = suite.gateway(Map.of("DEMARCHE_CACHE_FRESH", "0s"));
            Data data = new Data(asking);
            data.store();
            System.out.printf("%d articles are stored and analysed%n", data.size());
            GatewayBenchmark benchmark =
                    new GatewayBenchmark(suite, load, full, arguments.length > 2 ? arguments[2] : "");
            if (!what.equals("overload")) {
                benchmark.speed(asking, data);
            }
            if (!what.equals("speed")) {
                benchmark.overload(asking, data);
            }
        }
    }

    private void speed(int asking, Data data) throws IOException, InterruptedException {
        int keeping = suite.gateway(Map.of("DEMARCHE_CACHE_FRESH", "30m"));
        record Read(String name, int service, IntFunction<String> path) {}
        List<Read> reads = List.of(
                new Read("one article", suite.ingest(), i -> "/articles/" + data.id(i)),
                new Read("50 articles", suite.ingest(), i -> "/articles?limit=50"),
                new Read("stances of an article", suite.analysis(), i -> "/articles/" + data.id(i) + "/stances"),
                new Read("50 stances", suite.analysis(), i -> "/stances?limit=50"));
        for (Read read : full ? reads : List.of(reads.get(0), reads.get(3))) {
            if (!read.name().contains(only)) {
                continue;
            }
            Target itself = Target.get(read.name(), read.service(), read.path());
            IntFunction<String> outside = i -> "/api/v1" + read.path().apply(i);
            Target uncached = Target.get(read.name(), asking, outside);
            Target cached = Target.get(read.name(), keeping, outside);
            for (Target target : List.of(itself, uncached, cached)) {
                load.closed(target, 4, warmUp() / 2);
            }
            compare(read.name(), itself, uncached, "asked each time");
            compare(read.name(), itself, cached, "answered from memory");
        }
    }

    private void compare(String name, Target itself, Target through, String how) {
        Paired latency = new Paired();
        Paired throughput = new Paired();
        for (int round = 0; round < 3; round++) {
            latency.add(load.closed(itself, 1, seconds), load.closed(through, 1, seconds));
            for (int callers : new int[] {2, 4, 8}) {
                throughput.add(load.closed(itself, callers, seconds / 2), load.closed(through, callers, seconds / 2));
            }
        }
        System.out.printf(
                "%s, %s: adds p50 %.2f ms (%.2f → %.2f), p99 %.2f ms (%.2f → %.2f), n %,d; throughput %.2f of the"
                        + " service's own (%,.0f → %,.0f a second, the best of 2, 4 and 8 callers)%n",
                name,
                how,
                latency.through(50) - latency.itself(50),
                latency.itself(50),
                latency.through(50),
                latency.through(99) - latency.itself(99),
                latency.itself(99),
                latency.through(99),
                latency.count(),
                throughput.bestThrough() / throughput.bestItself(),
                throughput.bestItself(),
                throughput.bestThrough());
    }

    private void overload(int gateway, Data data) {
        overload(Target.post("POST /analyses", gateway, "/api/v1/analyses", data::analysis));
        overload(Target.get("GET /stances?limit=500", gateway, i -> "/api/v1/stances?limit=500"));
        if (full) {
            overload(Target.get("GET /articles/{id}", gateway, i -> "/api/v1/articles/" + data.id(i)));
        }
    }

    private void overload(Target target) {
        if (!target.name().contains(only)) {
            return;
        }
        load.closed(target, 4, warmUp());
        // What is turned away has to be compiled too.
        load.open(target, OVERLOAD * load.closed(target, 4, seconds).goodput(), warmUp() / 2);
        Result unloaded = load.closed(target, 1, 5 * seconds);
        System.out.printf("%s, one caller: %s%n", target.name(), unloaded);
        double peak = unloaded.goodput();
        for (int callers : new int[] {2, 4, 8}) {
            Result result = load.closed(target, callers, 3 * seconds);
            System.out.printf("%s, %d callers: %s%n", target.name(), callers, result);
            peak = Math.max(peak, result.goodput());
        }
        Result much = load.open(target, OVERLOAD * peak, 10 * seconds);
        System.out.printf("%s, five times the capacity: %s%n", target.name(), much);
        System.out.printf(
                "%s: goodput %.2f of the peak (%.1f of %.1f a second); p99 of what was let in %.2f times that of one"
                        + " caller alone (%.2f ms, %.2f ms)%n",
                target.name(),
                much.goodput() / peak,
                much.goodput(),
                peak,
                much.millis(99) / unloaded.millis(99),
                much.millis(99),
                unloaded.millis(99));
    }

    private double warmUp() {
        return full ? 40 : 20;
    }
}
