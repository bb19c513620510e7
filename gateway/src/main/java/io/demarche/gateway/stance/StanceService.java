package io.demarche.gateway.stance;

import io.demarche.gateway.article.ArticleDetails;
import io.demarche.gateway.article.ArticleService;
import io.demarche.gateway.cache.Answer;
import io.demarche.gateway.cache.ReadKey;
import io.demarche.gateway.cache.Reading;
import io.demarche.gateway.cache.Reads;
import io.demarche.gateway.upstream.UpstreamStreams;
import io.demarche.gateway.upstream.Upstreams;
import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Finds stances of stored articles. */
@ApplicationScoped
public class StanceService {

    private static final int NOT_FOUND = 404;

    private final Upstreams upstreams;
    private final UpstreamStreams streams;
    private final StanceClient client;
    private final ArticleService articles;
    private final Reads reads;

    StanceService(
            Upstreams upstreams,
            UpstreamStreams streams,
            @RestClient StanceClient client,
            ArticleService articles,
            Reads reads) {
        this.upstreams = upstreams;
        this.streams = streams;
        this.client = client;
        this.articles = articles;
        this.reads = reads;
    }

    /** One page of stances, newest first. */
    Uni<Answer> find(StanceFilter filter) {
        ReadKey key = ReadKey.of(Reading.STANCES);
        filter.parameters().forEach(key::with);
        return reads.get(key, () -> upstreams.analysis().read(() -> client.find(filter.parameters())));
    }

    /** Every stance that fits as a stream, which answers a request. */
    Uni<@Nullable Void> export(StanceFilter filter, MediaType type, HttpServerRequest request) {
        return streams.fetch(request, "/stances" + filter.query(), type.toString());
    }

    /**
     * All stances of an article. The analysis service knows only articles that it has analysed; whether another one is
     * still waiting or does not exist is the ingest service's to say.
     */
    Uni<Answer> ofArticle(UUID id) {
        return reads.get(ReadKey.of(Reading.ARTICLE_STANCES).with("id", id), () -> load(id));
    }

    private Uni<ArticleStances> load(UUID id) {
        return upstreams
                .analysis()
                .read(() -> client.ofArticle(id))
                .onFailure(failure -> failure instanceof ProblemException problem && problem.status() == NOT_FOUND)
                .recoverWithUni(() -> articles.find(id).map(StanceService::notAnalysed));
    }

    private static ArticleStances notAnalysed(ArticleDetails article) {
        throw ProblemException.of(Problem.of(
                NOT_FOUND,
                "The article " + article.id() + " has no stances yet: its state is " + article.state() + "."));
    }
}
