package io.demarche.gateway.live;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads changes into the ring, once for all clients, as long as there are any. While the analysis service is away it asks
 * less and less often, and goes on where it was when that is back.
 */
@ApplicationScoped
class LiveFeed {

    private static final Logger LOG = Logger.getLogger(LiveFeed.class);
    private static final int MOST_DOUBLINGS = 10;

    private final ChangeService changes;
    private final LiveConfig config;
    private final Vertx vertx;
    private final EventRing ring;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();

    /** Ends when the ring has a beginning; null while nothing is read. */
    private @Nullable CompletableFuture<@Nullable Void> begun;

    private int failures;

    LiveFeed(ChangeService changes, LiveConfig config, Vertx vertx) {
        this.changes = changes;
        this.config = config;
        this.vertx = vertx;
        this.ring = new EventRing(config.ring());
    }

    EventRing ring() {
        return ring;
    }

    Set<LiveClient> clients() {
        return clients;
    }

    /** Lets a client in. Ends when there is a ring to join, or with a problem when none can be begun. */
    Uni<@Nullable Void> join(LiveClient client) {
        clients.add(client);
        // A copy: who hangs up cancels what it waits for, and others wait for the same.
        return Uni.createFrom().completionStage(() -> begin().copy());
    }

    void leave(LiveClient client) {
        clients.remove(client);
    }

    private synchronized CompletableFuture<@Nullable Void> begin() {
        CompletableFuture<@Nullable Void> known = begun;
        if (known != null) {
            return known;
        }
        CompletableFuture<@Nullable Void> mine = new CompletableFuture<>();
        begun = mine;
        failures = 0;
        changes.now()
                .subscribe()
                .with(
                        position -> {
                            ring.restart(position);
                            mine.complete(null);
                            later(config.poll().toMillis());
                        },
                        failure -> {
                            stop();
                            mine.completeExceptionally(failure);
                        });
        return mine;
    }

    private synchronized void stop() {
        begun = null;
    }

    /** Whether anybody listens; stops reading when not. */
    private synchronized boolean goesOn() {
        if (clients.isEmpty()) {
            begun = null;
            return false;
        }
        return true;
    }

    private void later(long millis) {
        vertx.setTimer(Math.max(1, millis), timer -> ask());
    }

    private void ask() {
        if (goesOn()) {
            changes.since(ring.head()).map(this::read).subscribe().with(this::next, this::failed);
        }
    }

    private boolean read(ChangePage page) {
        List<LiveEvent> events = page.items().stream().map(LiveEvent::of).toList();
        ring.append(events, page.next());
        return page.more();
    }

    private void next(boolean more) {
        if (failures > 0) {
            LOG.info("The analysis service tells changes again.");
            failures = 0;
        }
        clients.forEach(LiveClient::wake);
        later(more ? 1 : config.poll().toMillis());
    }

    private void failed(Throwable failure) {
        if (ChangeService.refused(failure)) {
            // Another database, or one that forgot: nobody can go on from here, and each is told so when it comes back.
            LOG.warnf("Changes cannot be read on, clients have to begin anew: %s", failure.getMessage());
            stop();
            clients.forEach(client -> client.dismiss(config.retry()));
            return;
        }
        if (failures == 0) {
            LOG.warnf("Changes cannot be read at the moment: %s", failure.getMessage());
        }
        long pause = config.poll().toMillis() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        long bounded = Math.max(1, Math.min(pause, config.awayMax().toMillis()));
        later(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded));
    }
}
