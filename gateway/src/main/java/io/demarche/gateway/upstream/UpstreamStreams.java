package io.demarche.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.platform.identity.ServiceTokens;
import io.demarche.platform.strict.Streams;
import io.demarche.platform.trace.Trace;
import io.demarche.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
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
            ServiceTokens tokens,
            ObjectMapper json) {
        this.upstreams = upstreams;
        this.ingest = new StreamClient(vertx, ingest, tokens, json);
        this.analysis = new StreamClient(vertx, analysis, tokens, json);
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
        return opened(upstreams.ingest(), trace -> ingest.post(path, Streams.NDJSON, trace))
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
        return opened(upstreams.analysis(), trace -> analysis.get(pathAndQuery, accept, trace))
                .flatMap(answer -> Uni.createFrom().completionStage(new StreamedAnswer(request, answer).run()));
    }

    private static Uni<HttpClientResponse> opened(
            Upstream service, Function<@Nullable Trace, Future<HttpClientResponse>> call) {
        Context context = Vertx.currentContext();
        Trace trace = Traces.current();
        return service.compute(() ->
                        Uni.createFrom().completionStage(() -> call.apply(trace).toCompletionStage()))
                .emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    @PreDestroy
    void close() {
        ingest.close();
        analysis.close();
    }
}
