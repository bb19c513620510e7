package io.demarche.ingest.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Takes feeds that are due and has them worked on, a bounded number at once, from the start to the end of the process. */
@Singleton
public class FeedScheduler {

    private static final Logger LOG = Logger.getLogger(FeedScheduler.class);

    /** For the last words to the database. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private final ClaimRepository claims;
    private final FeedPoller poller;
    private final FeedConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final String worker = "ingest-" + ProcessHandle.current().pid();
    private final Map<UUID, FeedClaim> inHand = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile long timer = -1;

    @Inject
    FeedScheduler(ClaimRepository claims, FeedPoller poller, FeedConfig config, Clock clock, Vertx vertx) {
        this.claims = claims;
        this.poller = poller;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            timer = vertx.setPeriodic(config.look().toMillis(), id -> tick());
        } else {
            LOG.info("Polling is turned off: this replica asks no feeds.");
        }
    }

    private void tick() {
        look().subscribe()
                .with(
                        worked -> {
                            away.set(false);
                            if (worked > 0) {
                                tick();
                            }
                        },
                        failure -> {
                            if (!away.getAndSet(true)) {
                                LOG.warnf("No feeds can be polled at the moment: %s", failure.getMessage());
                            }
                        });
    }

    /**
     * Takes as many feeds as there is room for, and works on them.
     *
     * @return completes when they are given back, with their number
     */
    Uni<Integer> look() {
        int room = config.concurrency() - inHand.size();
        if (stopping || room <= 0 || !looking.compareAndSet(false, true)) {
            return Uni.createFrom().item(0);
        }
        Instant now = clock.instant();
        return claims.claim(worker, room, now, now.plus(config.lease()))
                .invoke(taken -> taken.forEach(claim -> inHand.put(claim.token(), claim)))
                .onTermination()
                .invoke(() -> {
                    looking.set(false);
                    tellWhenIdle();
                })
                .flatMap(this::work);
    }

    private Uni<Integer> work(List<FeedClaim> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndMerge(claim -> poller.work(claim, () -> stopping)
                        .onTermination()
                        .invoke(() -> {
                            inHand.remove(claim.token());
                            tellWhenIdle();
                        }))
                .collect()
                .last()
                .replaceWith(taken.size());
    }

    private void tellWhenIdle() {
        if (stopping && inHand.isEmpty() && !looking.get()) {
            idle.complete(null);
        }
    }

    /** Begins nothing more, lets what is begun come to its end, and hands back what has not by then. */
    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
        tellWhenIdle();
        try {
            idle.get(config.shutdownGrace().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException unfinished) {
            handBack();
        } catch (ExecutionException never) {
            throw new IllegalStateException("nobody fails it", never);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handBack() {
        try {
            Multi.createFrom()
                    .iterable(List.copyOf(inHand.values()))
                    .onItem()
                    .transformToUniAndMerge(claim -> claims.release(claim, clock.instant()))
                    .collect()
                    .last()
                    .await()
                    .atMost(SLACK);
        } catch (RuntimeException failure) {
            LOG.warn("Feeds in hand could not be handed back; their leases run out by themselves.");
        }
    }
}
