package io.demarche.ingest.removal;

import io.demarche.ingest.duplicate.CopyService;
import io.demarche.ingest.idempotency.IdempotencyService;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * What every replica does now and then: takes away what is past its age, sorts in what a stop left unsorted. Two at
 * once don't disturb each other.
 */
@Singleton
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Vertx vertx;
    private final RemovalService removals;
    private final CopyService copies;
    private final IdempotencyService idempotency;
    private final RetentionConfig config;
    private volatile boolean stopped;

    Housekeeping(
            Vertx vertx,
            RemovalService removals,
            CopyService copies,
            IdempotencyService idempotency,
            RetentionConfig config) {
        this.vertx = vertx;
        this.removals = removals;
        this.copies = copies;
        this.idempotency = idempotency;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        later();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void later() {
        if (!stopped) {
            vertx.setTimer(Math.max(1, config.interval().toMillis()), timer -> round().subscribe()
                    .with(done -> later(), failure -> {
                        LOG.warn("Housekeeping comes back to it later", failure);
                        later();
                    }));
        }
    }

    Uni<Void> round() {
        return removals.removeOld()
                .invoke(removed -> {
                    if (removed > 0) {
                        LOG.infof("%d articles were past their age and are gone", removed);
                    }
                })
                .flatMap(removed -> copies.settleLeftOver())
                .flatMap(settled -> idempotency.forgetOld());
    }
}
