package io.demarche.analysis.worker;

import io.demarche.analysis.stance.StanceService;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks ingest which articles are gone and forgets their stances. Every replica may: forgetting twice changes nothing,
 * and what is not confirmed is told again.
 */
@ApplicationScoped
class RemovalWatch {

    private static final Logger LOG = Logger.getLogger(RemovalWatch.class);

    private final RemovalClient client;
    private final StanceService stances;
    private final Vertx vertx;
    private final WorkerConfig config;
    private final Reachability ingest = new Reachability("Ingest, for removals,", LOG);
    private volatile boolean stopped;

    RemovalWatch(@RestClient RemovalClient client, StanceService stances, Vertx vertx, WorkerConfig config) {
        this.client = client;
        this.stances = stances;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            later();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void later() {
        if (!stopped) {
            vertx.setTimer(Math.max(1, config.removals().toMillis()), timer -> ask());
        }
    }

    private void ask() {
        StoreContext.<Boolean>run(vertx, this::round).whenComplete((more, failure) -> {
            if (failure != null) {
                ingest.away(failure);
                later();
                return;
            }
            ingest.back();
            if (more && !stopped) {
                ask();
            } else {
                later();
            }
        });
    }

    /** Whether there may be more to forget. */
    private Uni<Boolean> round() {
        return client.due().flatMap(told -> {
            List<UUID> gone = told.articleIds() == null ? List.of() : told.articleIds();
            return gone.isEmpty()
                    ? Uni.createFrom().item(false)
                    : stances.remove(gone)
                            .flatMap(done -> client.confirm(new RemovalClient.Told(gone)))
                            .replaceWith(true);
        });
    }
}
