package io.demarche.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.platform.identity.ServiceTokens;
import io.demarche.platform.trace.Trace;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens streams to one service. */
final class StreamClient {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS = 100;

    private final URI service;
    private final ServiceTokens tokens;
    private final ObjectMapper json;
    private final HttpClient client;

    StreamClient(Vertx vertx, UpstreamConfig config, ServiceTokens tokens, ObjectMapper json) {
        this.service = config.url();
        this.tokens = tokens;
        this.json = json;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(CONNECTIONS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) config.streamIdle().toMillis()));
    }

    /** Asks for something that may be long; ends with the answer, paused, or with what was wrong. */
    Future<HttpClientResponse> get(String pathAndQuery, String accept, @Nullable Trace trace) {
        return client.request(options(HttpMethod.GET, pathAndQuery, trace).putHeader(HttpHeaders.ACCEPT, accept))
                .compose(request -> request.send().compose(answer -> judged(request, answer)));
    }

    /** Begins to send something long; ends with the beginning of the answer, paused, or with what was wrong. */
    Future<HttpClientResponse> post(String path, String type, @Nullable Trace trace) {
        RequestOptions options = options(HttpMethod.POST, path, trace)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.ACCEPT, type);
        return client.request(options).compose(request -> {
            request.setChunked(true);
            return request.sendHead().compose(sent -> request.response()).compose(answer -> judged(request, answer));
        });
    }

    private RequestOptions options(HttpMethod method, String pathAndQuery, @Nullable Trace trace) {
        String prefix = service.getPath() == null ? "" : service.getPath().replaceAll("/$", "");
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(service.getHost())
                .setPort(port())
                .setSsl("https".equals(service.getScheme()))
                .setURI(prefix + pathAndQuery);
        tokens.authorization(service).ifPresent(shown -> options.putHeader(HttpHeaders.AUTHORIZATION, shown));
        if (trace != null) {
            options.putHeader(Trace.HEADER, trace.next().header());
        }
        return options;
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

    void close() {
        client.close();
    }
}
