package io.demarche.gateway.feed;

import io.demarche.gateway.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Subscribes to feeds, and ends that again. */
@ApplicationScoped
public class FeedService {

    private static final int CREATED = 201;

    private final Upstreams upstreams;
    private final FeedClient client;

    FeedService(Upstreams upstreams, @RestClient FeedClient client) {
        this.upstreams = upstreams;
        this.client = client;
    }

    /**
     * What subscribing led to.
     *
     * @param feed the subscription
     * @param created whether it is new
     */
    record Subscribed(Feed feed, boolean created) {}

    /** Subscribes; finds the first subscription when there is one already. */
    Uni<Subscribed> subscribe(FeedRequest request) {
        FeedLimits.check(request.minIntervalSeconds(), request.maxIntervalSeconds());
        return upstreams.ingest().compute(() -> client.subscribe(request)
                .map(answer -> new Subscribed(answer.getEntity(), answer.getStatus() == CREATED)));
    }

    /** One page of subscriptions, newest first. */
    Uni<FeedPage> list(@Nullable FeedState state, int limit, @Nullable String cursor) {
        return upstreams.ingest().read(() -> client.list(state, limit, cursor));
    }

    /** One subscription; a 404 when there is none of this id. */
    Uni<Feed> find(UUID id) {
        return upstreams.ingest().read(() -> client.find(id));
    }

    /** Changes a subscription; a 404 when there is none of this id. */
    Uni<Feed> change(UUID id, FeedChange change) {
        FeedLimits.check(change.minIntervalSeconds(), change.maxIntervalSeconds());
        return upstreams.ingest().compute(() -> client.change(id, change));
    }

    /** Ends a subscription; a 404 when there is none of this id. */
    Uni<Void> delete(UUID id) {
        return upstreams.ingest().compute(() -> client.delete(id)).replaceWithVoid();
    }
}
