package io.demarche.gateway.article;

import io.demarche.gateway.extraction.Content;
import io.demarche.gateway.upstream.UpstreamStreams;
import io.demarche.gateway.upstream.Upstreams;
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

    ArticleService(Upstreams upstreams, UpstreamStreams streams, @RestClient ArticleClient client) {
        this.upstreams = upstreams;
        this.streams = streams;
        this.client = client;
    }

    /** Hands an article in; it is stored when this ends well. */
    public Uni<ArticleAccepted> submit(ArticleRequest request) {
        Content.check(request.text(), request.html(), request.url());
        return upstreams.ingest().compute(() -> client.submit(request));
    }

    /** Hands a stream of articles in, whose answer is written as it comes. */
    Uni<@Nullable Void> submitAll(HttpServerRequest request) {
        return streams.pass(request, "/articles/batch");
    }

    /** One page of articles, newest first. */
    Uni<ArticlePage> list(@Nullable ArticleState state, @Nullable String source, int limit, @Nullable String cursor) {
        return upstreams.ingest().read(() -> client.list(state, source, limit, cursor));
    }

    /** Takes one article away; a 404 when there is none of this id. */
    Uni<Void> remove(UUID id) {
        return upstreams
                .ingest()
                .compute(() -> client.remove(id).map(ArticleService::gone))
                .replaceWithVoid();
    }

    private static boolean gone(RestResponse<Void> answer) {
        if (answer.getStatus() != RestResponse.StatusCode.NO_CONTENT) {
            throw new IllegalStateException("not the answer to a removal: " + answer.getStatus());
        }
        return true;
    }

    /** One article; a 404 when there is none of this id. */
    public Uni<ArticleDetails> find(UUID id) {
        return upstreams.ingest().read(() -> client.find(id));
    }
}
