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
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Passes streams through to the ingest service and back, byte by byte, as fast as the slowest of the three. */
@ApplicationScoped
public class UpstreamStreams {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS = 100;

    private final Upstreams upstreams;
    private final ServiceTokens tokens;
    private final ObjectMapper json;
    private final URI service;
    private final HttpClient client;

    UpstreamStreams(Vertx vertx, Upstreams upstreams, IngestConfig config, ServiceTokens tokens, ObjectMapper json) {
        this.upstreams = upstreams;
        this.tokens = tokens;
        this.json = json;
        this.service = config.url();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(CONNECTIONS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) config.streamIdle().toMillis()));
    }

    /**
     * Passes a request on and its answer back, both as they come. The service has to begin its answer before the first
     * byte is sent to it, in the time that an answer may take; from then on the stream may last.
     *
     * @param request of which nothing has been read; its response is written by this
     * @param path of the service
     * @return ends with the stream; with a problem, before anything is written, when the service takes none
     */
    public Uni<@Nullable Void> pass(HttpServerRequest request, String path) {
        request.pause();
        Context context = Vertx.currentContext();
        Trace trace = Traces.current();
        return upstreams
                .ingest()
                .compute(() ->
                        Uni.createFrom().completionStage(() -> open(path, trace).toCompletionStage()))
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .flatMap(answer -> Uni.createFrom().completionStage(new StreamExchange(request, answer).run()));
    }

    private Future<HttpClientResponse> open(String path, @Nullable Trace trace) {
        String prefix = service.getPath() == null ? "" : service.getPath().replaceAll("/$", "");
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(service.getHost())
                .setPort(port())
                .setSsl("https".equals(service.getScheme()))
                .setURI(prefix + path)
                .putHeader(HttpHeaders.CONTENT_TYPE, Streams.NDJSON)
                .putHeader(HttpHeaders.ACCEPT, Streams.NDJSON);
        tokens.authorization(service).ifPresent(shown -> options.putHeader(HttpHeaders.AUTHORIZATION, shown));
        if (trace != null) {
            options.putHeader(Trace.HEADER, trace.next().header());
        }
        return client.request(options).compose(request -> {
            request.setChunked(true);
            return request.sendHead().compose(sent -> request.response()).compose(answer -> judged(request, answer));
        });
    }

    private int port() {
        if (service.getPort() > 0) {
            return service.getPort();
        }
        return "https".equals(service.getScheme()) ? 443 : 80;
    }

    private Future<HttpClientResponse> judged(HttpClientRequest request, HttpClientResponse answer) {
        if (answer.statusCode() == 200) {
            answer.pause();
            return Future.succeededFuture(answer);
        }
        boolean problem = UpstreamErrors.isProblem(answer.getHeader(HttpHeaders.CONTENT_TYPE));
        return answer.body().compose(body -> {
            request.reset();
            return Future.failedFuture(UpstreamErrors.answer(
                    json,
                    answer.statusCode(),
                    problem ? body.toString() : null,
                    answer.getHeader(HttpHeaders.RETRY_AFTER)));
        });
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
