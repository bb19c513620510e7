package io.demarche.ingest.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of work. How much waits is asked of the database now and then, and is the same whichever replica says
 * it; while the database does not answer, it is not a number.
 */
@Singleton
final class WorkMetrics {

    private final WorkRepository repository;
    private final WorkConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final Counter leased;
    private final Counter completed;
    private final Counter lost;
    private final Counter failed;
    private final Counter handedBack;

    private volatile @Nullable Waiting waiting;
    private volatile boolean stopped;

    WorkMetrics(WorkRepository repository, WorkConfig config, Clock clock, Vertx vertx, MeterRegistry registry) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.leased = counter(registry, "leased");
        this.completed = counter(registry, "completed");
        this.lost = counter(registry, "lost");
        this.failed = counter(registry, "failed");
        this.handedBack = counter(registry, "handed_back");
        String articles = "Articles by how far they are; the same from every replica";
        gauge(registry, "demarche.work.articles", articles, "pending", Waiting::pending);
        gauge(registry, "demarche.work.articles", articles, "due", Waiting::due);
        gauge(registry, "demarche.work.articles", articles, "leased", Waiting::leased);
        gauge(registry, "demarche.work.articles", articles, "failed", Waiting::failed);
        Gauge.builder("demarche.work.oldest.age", this, metrics -> metrics.value(Waiting::oldestSeconds))
                .description("How long the article that was accepted first among those that wait has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    void start(@Observes StartupEvent started) {
        refresh();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    void leased(int articles) {
        leased.increment(articles);
    }

    /** Counts reports of success, of which some were of leases that were lost meanwhile. */
    void completed(int reported, int held) {
        completed.increment(held);
        lost.increment(reported - held);
    }

    /** Counts one report of failure. */
    void failed(boolean handsBack) {
        (handsBack ? handedBack : failed).increment();
    }

    private void refresh() {
        repository
                .waiting(clock.instant())
                .subscribe()
                .with(
                        counted -> {
                            waiting = counted;
                            later();
                        },
                        away -> {
                            waiting = null;
                            later();
                        });
    }

    private void later() {
        if (!stopped) {
            vertx.setTimer(Math.max(1, config.metricsInterval().toMillis()), timer -> refresh());
        }
    }

    private double value(ToDoubleFunction<Waiting> part) {
        Waiting known = waiting;
        return known == null ? Double.NaN : part.applyAsDouble(known);
    }

    private void gauge(
            MeterRegistry registry, String name, String words, String state, ToDoubleFunction<Waiting> part) {
        Gauge.builder(name, this, metrics -> metrics.value(part))
                .description(words)
                .tag("state", state)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String event) {
        return Counter.builder("demarche.work.leases")
                .description("What became of leases, as workers told this replica")
                .tag("event", event)
                .register(registry);
    }

    /**
     * How much waits.
     *
     * @param pending articles that wait, those that back off included
     * @param due articles that could be leased this moment
     * @param leased articles that a worker has
     * @param failed articles that were given up
     * @param oldestSeconds age of the oldest that waits; 0 when none does
     */
    record Waiting(long pending, long due, long leased, long failed, long oldestSeconds) {}
}
