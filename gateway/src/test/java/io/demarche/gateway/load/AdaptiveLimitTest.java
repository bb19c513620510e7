package io.demarche.gateway.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit, beside a service of so many processors that is simulated. */
class AdaptiveLimitTest {

    private static final long MILLIS = 1_000_000;
    private static final long WINDOW = 250 * MILLIS;

    @ParameterizedTest
    @CsvSource({"2, 40", "2, 2", "16, 40", "64, 40", "1, 200"})
    void keepsGoodputAndLatencyAtFiveTimesTheCapacity(int processors, long millis) {
        Simulation simulation = new Simulation(processors, millis * MILLIS, 2, 200);
        double capacity = processors * 1000.0 / millis;

        simulation.run(5 * capacity, 120 / capacity + 40);
        simulation.forget();
        double seconds = 600 / capacity + 60;
        simulation.run(5 * capacity, seconds);

        assertThat(simulation.done() / seconds).isGreaterThan(0.9 * capacity);
        // Alone, a request takes half as long as on average, or half as long again.
        assertThat(simulation.percentile(0.99) / MILLIS).isLessThan(3 * 1.5 * millis);
    }

    @ParameterizedTest
    @CsvSource({"2, 40", "2, 10"})
    void keepsThemFromTheBeginning(int processors, long millis) {
        Simulation simulation = new Simulation(processors, millis * MILLIS, 2, 200);
        double capacity = processors * 1000.0 / millis;
        simulation.run(0.2 * capacity, 30);
        simulation.forget();

        simulation.run(5 * capacity, 20);

        assertThat(simulation.done() / 20.0).isGreaterThan(0.9 * capacity);
        assertThat(simulation.percentile(0.99) / MILLIS).isLessThan(3 * 1.5 * millis);
    }

    @Test
    void doesNotTurnAwayWhileNobodyNoticesThatItIsSlow() {
        Simulation simulation = new Simulation(2, MILLIS, 2, 200, Duration.ofMillis(20));
        simulation.run(8_000, 60);
        simulation.forget();
        simulation.run(8_000, 30);
        assertThat(simulation.percentile(0.5) / MILLIS).isBetween(10.0, 25.0);
    }

    @Test
    void letsInWhatCanBeBorne() {
        Simulation simulation = new Simulation(8, 20 * MILLIS, 4, 200);
        simulation.run(240, 10);
        simulation.forget();
        simulation.run(240, 30);
        assertThat(simulation.refused()).isLessThan(10);
    }

    @Test
    void learnsThatAServiceHasBecomeSlower() {
        Simulation simulation = new Simulation(8, 10 * MILLIS, 4, 200);
        simulation.run(300, 20);
        simulation.slow(100 * MILLIS);
        simulation.run(60, 60);
        simulation.forget();
        simulation.run(60, 30);
        assertThat(simulation.done()).isGreaterThan(1_700);
    }

    @Test
    void refusalsOfTheServiceItselfLowerIt() {
        AdaptiveLimit limit = new AdaptiveLimit(new LimitBounds(4, 16, 200, Duration.ZERO), 2, WINDOW, 0);
        for (int i = 0; i < 20; i++) {
            limit.enter();
            limit.leaveRefused();
            long began = i * WINDOW;
            for (int j = 0; j < 10; j++) {
                limit.enter();
                limit.leave("GET", began, began + WINDOW);
            }
        }
        assertThat(limit.limit()).isEqualTo(4);
    }

    /** Requests come by chance, wait for a processor, first come first served. */
    private static final class Simulation {
        private final Random chance = new Random(7);
        private final int processors;
        private final AdaptiveLimit limit;
        private final PriorityQueue<long[]> ends = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        private final PriorityQueue<Long> free = new PriorityQueue<>();
        private long serviceNanos;
        private long now;
        private long refused;
        private final java.util.List<Long> spans = new java.util.ArrayList<>();

        Simulation(int processors, long serviceNanos, int least, int most) {
            this(processors, serviceNanos, least, most, Duration.ZERO);
        }

        Simulation(int processors, long serviceNanos, int least, int most, Duration unnoticed) {
            this.processors = processors;
            this.serviceNanos = serviceNanos;
            this.limit = new AdaptiveLimit(new LimitBounds(least, 2 * least, most, unnoticed), 2, WINDOW, 0);
            for (int i = 0; i < processors; i++) {
                free.add(0L);
            }
        }

        void run(double rate, double seconds) {
            long until = now + (long) (seconds * 1e9);
            long next = now;
            while (next < until) {
                next += (long) (-Math.log(1 - chance.nextDouble()) * 1e9 / rate);
                end(next);
                now = next;
                if (!limit.enter()) {
                    refused++;
                    continue;
                }
                long begins = Math.max(now, free.remove());
                long ends = begins + (long) (serviceNanos * (0.5 + chance.nextDouble()));
                free.add(ends);
                this.ends.add(new long[] {ends, now});
            }
            end(until);
            now = until;
        }

        private void end(long until) {
            while (!ends.isEmpty() && ends.peek()[0] <= until) {
                long[] done = ends.remove();
                limit.leave("POST", done[1], done[0]);
                spans.add(done[0] - done[1]);
            }
        }

        void forget() {
            spans.clear();
            refused = 0;
        }

        void slow(long nanos) {
            serviceNanos = nanos;
            assertThat(processors).isPositive();
        }

        int done() {
            return spans.size();
        }

        long refused() {
            return refused;
        }

        double percentile(double share) {
            return spans.stream().sorted().toList().get((int) (share * (spans.size() - 1)));
        }
    }
}
