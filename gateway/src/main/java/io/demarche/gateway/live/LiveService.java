package io.demarche.gateway.live;

import io.demarche.platform.problem.ProblemException;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lets clients in, and out. */
@ApplicationScoped
public class LiveService {

    private static final int RETRY_AFTER_SECONDS = 10;

    private final LiveFeed feed;
    private final ChangeService changes;
    private final LiveConfig config;
    private final AtomicInteger clients = new AtomicInteger();
    private volatile boolean closing;

    LiveService(LiveFeed feed, ChangeService changes, LiveConfig config) {
        this.feed = feed;
        this.changes = changes;
        this.config = config;
    }

    /**
     * Tells a client of stances as they come.
     *
     * @param lastEventId id of the last event that it knows; null to begin now
     * @param request its response is written by this
     * @return ends with the stream; with a problem, before anything is written, when there can be none
     */
    Uni<@Nullable Void> stream(LiveFilter filter, @Nullable String lastEventId, HttpServerRequest request) {
        if (HttpMethod.HEAD.equals(request.method())) {
            request.response().putHeader(HttpHeaders.CONTENT_TYPE, LiveResource.SSE);
            return Uni.createFrom()
                    .completionStage(() -> request.response().end().toCompletionStage());
        }
        admit();
        Context context = Vertx.currentContext();
        LiveClient client = new LiveClient(request, filter, feed.ring(), config);
        return feed.join(client)
                .flatMap(joined -> missed(lastEventId, filter))
                .map(page -> new Start(lastEventId == null ? feed.ring().head() : lastEventId, page.orElse(null)))
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .flatMap(start ->
                        client.run(start.position(), start.missed(), position -> changes.catchUp(position, filter)))
                .onTermination()
                .invoke(() -> {
                    feed.leave(client);
                    clients.decrementAndGet();
                });
    }

    private record Start(String position, @Nullable ChangePage missed) {}

    private Uni<java.util.Optional<ChangePage>> missed(@Nullable String lastEventId, LiveFilter filter) {
        EventRing ring = feed.ring();
        if (lastEventId == null || ring.after(lastEventId) >= 0 && lastEventId.compareTo(ring.head()) <= 0) {
            return Uni.createFrom().item(java.util.Optional.empty());
        }
        return changes.catchUp(lastEventId, filter).map(java.util.Optional::of);
    }

    private void admit() {
        if (closing) {
            throw ProblemException.unavailable("The gateway is about to stop.", RETRY_AFTER_SECONDS);
        }
        if (clients.incrementAndGet() > config.maxClients()) {
            clients.decrementAndGet();
            throw ProblemException.unavailable("There are as many streams as there may be.", RETRY_AFTER_SECONDS);
        }
    }

    /** Streams would never end by themselves, and the gateway waits for what is under way. */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        closing = true;
        feed.clients().forEach(client -> client.dismiss(config.retry()));
    }
}
