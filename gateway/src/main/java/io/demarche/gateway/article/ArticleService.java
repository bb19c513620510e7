package io.demarche.gateway.article;

import io.demarche.gateway.cache.Answer;
import io.demarche.gateway.cache.ReadKey;
import io.demarche.gateway.cache.Reading;
import io.demarche.gateway.cache.Reads;
import io.demarche.gateway.extraction.Content;
import io.demarche.gateway.upstream.Replays;
import io.demarche.gateway.upstream.UpstreamStreams;
import io.demarche.gateway.upstream.Upstreams;
import io.demarche.platform.strict.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Hands articles in and finds them again. */
@ApplicationScoped
public class ArticleService {

    private final Upstreams upstreams;
    private final UpstreamStreams streams;
    private final ArticleClient client;
    private final Reads reads;

    ArticleService(Upstreams upstreams, UpstreamStreams streams, @RestClient ArticleClient client, Reads reads) {
        this.upstreams = upstreams;
        this.streams = streams;
        this.client = client;
        this.reads = reads;
    }

    /**
     * What handing in led to.
     *
     * @param article what became of it
     * @param replayed whether this was answered before, and nothing was done this time
     */
    record Submitted(ArticleAccepted article, boolean replayed) {}

    /**
     * Hands an article in; it is stored when this ends well.
     *
     * @param key with which it is done once however often it is sent
     */
    Uni<Submitted> submit(@Nullable String key, ArticleRequest request) {
        Content.check(request.text(), request.html(), request.url());
        return upstreams
                .ingest()
                .write(IdempotencyKey.check(key), () -> client.submit(key, request)
                        .map(answer -> new Submitted(entity(answer), Replays.isOne(answer))))
                // Also when it seems to have failed: nobody knows how far it came.
                .onTermination()
                .invoke(() -> reads.outdate(Reading.ARTICLES));
    }

    /** Hands a stream of articles in, whose answer is written as it comes. */
    Uni<@Nullable Void> submitAll(HttpServerRequest request) {
        return streams.pass(request, "/articles/batch").onTermination().invoke(() -> reads.outdate(Reading.ARTICLES));
    }

    /** One page of articles, newest first. */
    Uni<Answer> list(@Nullable ArticleState state, @Nullable String source, int limit, @Nullable String cursor) {
        ReadKey key = ReadKey.of(Reading.ARTICLES)
                .with("state", state)
                .with("source", source)
                .with("limit", limit)
                .with("cursor", cursor);
        return reads.get(key, () -> upstreams.ingest().read(() -> client.list(state, source, limit, cursor)));
    }

    /** Takes one article away; a 404 when there is none of this id. */
    Uni<Void> remove(UUID id) {
        return upstreams
                .ingest()
                .compute(() -> client.remove(id).map(ArticleService::gone))
                .onTermination()
                .invoke(() -> {
                    reads.outdate(Reading.ARTICLES, Reading.STANCES);
                    reads.forget(key(id));
                    reads.forget(ReadKey.of(Reading.ARTICLE_STANCES).with("id", id));
                })
                .replaceWithVoid();
    }

    private static ArticleAccepted entity(RestResponse<ArticleAccepted> answer) {
        if (answer.getEntity() == null) {
            throw new IllegalStateException("not the answer to an article: " + answer.getStatus());
        }
        return answer.getEntity();
    }

    private static boolean gone(RestResponse<Void> answer) {
        if (answer.getStatus() != RestResponse.StatusCode.NO_CONTENT) {
            throw new IllegalStateException("not the answer to a removal: " + answer.getStatus());
        }
        return true;
    }

    /** One article as it is shown; a 404 when there is none of this id. Only one that is done with is kept. */
    Uni<Answer> show(UUID id) {
        return reads.get(key(id), () -> find(id), article -> article.state().isFinal());
    }

    private static ReadKey key(UUID id) {
        return ReadKey.of(Reading.ARTICLE).with("id", id);
    }

    /** One article; a 404 when there is none of this id. */
    public Uni<ArticleDetails> find(UUID id) {
        return upstreams.ingest().read(() -> client.find(id));
    }
}
