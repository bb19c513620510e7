package io.demarche.gateway.feed;

import io.demarche.gateway.cache.Answer;
import io.demarche.gateway.cache.ReadKey;
import io.demarche.gateway.cache.Reading;
import io.demarche.gateway.cache.Reads;
import io.demarche.gateway.upstream.Replays;
import io.demarche.gateway.upstream.Upstreams;
import io.demarche.platform.strict.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Subscribes to feeds, and ends that again. */
@ApplicationScoped
public class FeedService {

    private static final int CREATED = 201;

    private final Upstreams upstreams;
    private final FeedClient client;
    private final Reads reads;

    FeedService(Upstreams upstreams, @RestClient FeedClient client, Reads reads) {
        this.upstreams = upstreams;
        this.client = client;
        this.reads = reads;
    }

    /**
     * What subscribing led to.
     *
     * @param feed the subscription
     * @param created whether it is new
     * @param replayed whether this was answered before, and nothing was done this time
     */
    record Subscribed(Feed feed, boolean created, boolean replayed) {}

    /** Subscribes; finds the first subscription when there is one already. */
    Uni<Subscribed> subscribe(@Nullable String key, FeedRequest request) {
        FeedLimits.check(request.minIntervalSeconds(), request.maxIntervalSeconds());
        return upstreams
                .ingest()
                .write(IdempotencyKey.check(key), () -> client.subscribe(key, request)
                        .map(answer ->
                                new Subscribed(entity(answer), answer.getStatus() == CREATED, Replays.isOne(answer))))
                .onTermination()
                .invoke(() -> reads.outdate(Reading.FEEDS));
    }

    private static boolean gone(RestResponse<Void> answer) {
        if (answer.getStatus() != RestResponse.StatusCode.NO_CONTENT) {
            throw new IllegalStateException("not the answer to a removal: " + answer.getStatus());
        }
        return true;
    }

    private static Feed entity(RestResponse<Feed> answer) {
        if (answer.getEntity() == null) {
            throw new IllegalStateException("not the answer to a subscription: " + answer.getStatus());
        }
        return answer.getEntity();
    }

    /** One page of subscriptions, newest first. */
    Uni<Answer> list(@Nullable FeedState state, int limit, @Nullable String cursor) {
        ReadKey key = ReadKey.of(Reading.FEEDS)
                .with("state", state)
                .with("limit", limit)
                .with("cursor", cursor);
        return reads.get(key, () -> upstreams.ingest().read(() -> client.list(state, limit, cursor)));
    }

    /** One subscription; a 404 when there is none of this id. */
    Uni<Answer> find(UUID id) {
        return reads.get(key(id), () -> upstreams.ingest().read(() -> client.find(id)));
    }

    private static ReadKey key(UUID id) {
        return ReadKey.of(Reading.FEED).with("id", id);
    }

    private void written(UUID id) {
        reads.outdate(Reading.FEEDS);
        reads.forget(key(id));
    }

    /** Changes a subscription; a 404 when there is none of this id. */
    Uni<Feed> change(UUID id, FeedChange change) {
        FeedLimits.check(change.minIntervalSeconds(), change.maxIntervalSeconds());
        return upstreams
                .ingest()
                .compute(() -> client.change(id, change))
                .onTermination()
                .invoke(() -> written(id));
    }

    /** Ends a subscription; a 404 when there is none of this id. */
    Uni<Void> delete(UUID id) {
        return upstreams
                .ingest()
                .compute(() -> client.delete(id).map(FeedService::gone))
                .onTermination()
                .invoke(() -> written(id))
                .replaceWithVoid();
    }
}
