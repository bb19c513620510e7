package io.demarche.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.platform.identity.ServiceTokenConfig;
import io.demarche.platform.strict.Streams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passes streams through to the services and back, byte by byte, as fast as the slowest of the three. */
@ApplicationScoped
public class UpstreamStreams {

    private final Upstreams upstreams;
    private final StreamClient ingest;
    private final StreamClient analysis;

    UpstreamStreams(
            Vertx vertx,
            Upstreams upstreams,
            IngestConfig ingest,
            AnalysisConfig analysis,
            ServiceTokenConfig identity,
            ObjectMapper json) {
        this.upstreams = upstreams;
        this.ingest = new StreamClient(vertx, ingest, identity, json);
        this.analysis = new StreamClient(vertx, analysis, identity, json);
    }

    /**
     * Passes a request on to the ingest service and its answer back, both as they come. The service has to begin its
     * answer before the first byte is sent to it, in the time that an answer may take; from then on the stream may last.
     *
     * @param request of which nothing has been read; its response is written by this
     * @param path of the service
     * @return ends with the stream; with a problem, before anything is written, when the service takes none
     */
    public Uni<@Nullable Void> pass(HttpServerRequest request, String path) {
        request.pause();
        return opened(upstreams.ingest(), () -> ingest.post(path, Streams.NDJSON))
                .flatMap(answer -> Uni.createFrom().completionStage(new StreamExchange(request, answer).run()));
    }

    /**
     * Answers a request with what the analysis service answers, as it comes. The service has to begin in the time that
     * an answer may take; from then on the stream may last.
     *
     * @param request its response is written by this
     * @param pathAndQuery of the service
     * @param accept the media type that is wanted
     * @return ends with the stream; with a problem, before anything is written, when the service gives none
     */
    public Uni<@Nullable Void> fetch(HttpServerRequest request, String pathAndQuery, String accept) {
        return opened(upstreams.analysis(), () -> analysis.get(pathAndQuery, accept))
                .flatMap(answer -> Uni.createFrom().completionStage(new StreamedAnswer(request, answer).run()));
    }

    private static Uni<HttpClientResponse> opened(Upstream service, Supplier<Future<HttpClientResponse>> call) {
        Context context = Vertx.currentContext();
        return service.compute(
                        () -> Uni.createFrom().completionStage(() -> call.get().toCompletionStage()))
                .emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    @PreDestroy
    void close() {
        ingest.close();
        analysis.close();
    }
}
