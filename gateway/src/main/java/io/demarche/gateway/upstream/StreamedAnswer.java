package io.demarche.gateway.upstream;

import io.demarche.platform.strict.Streams;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A long answer of a service on its way to a caller, who may have it compressed: each piece is flushed as it comes. What
 * breaks off behind the gateway is broken off before it too, never ended, so that no half is taken for the whole.
 */
final class StreamedAnswer {

    private static final List<CharSequence> PASSED_ON =
            List.of(HttpHeaders.CONTENT_TYPE, "Content-Disposition", HttpHeaders.VARY);

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpClientResponse answer;
    private final CompletableFuture<@Nullable Void> whole = new CompletableFuture<>();

    /**
     * An answer to a request.
     *
     * @param answer paused
     */
    StreamedAnswer(HttpServerRequest request, HttpClientResponse answer) {
        this.request = request;
        this.response = request.response();
        this.answer = answer;
    }

    /** Passes on until the answer has ended or is broken off. */
    CompletionStage<@Nullable Void> run() {
        response.setChunked(true);
        // Quarkus puts "identity" there, which keeps the HTTP server from compressing.
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        for (CharSequence name : PASSED_ON) {
            String value = answer.getHeader(name);
            if (value != null) {
                response.putHeader(name, value);
            }
        }
        if (HttpMethod.HEAD.equals(request.method())) {
            answer.request().reset();
            response.setChunked(false).end();
            whole.complete(null);
            return whole;
        }
        response.closeHandler(gone -> breakOff());
        answer.pipe()
                .endOnFailure(false)
                .to(response)
                .onSuccess(ended -> whole.complete(null))
                .onFailure(broken -> breakOff());
        return whole;
    }

    private void breakOff() {
        if (whole.complete(null)) {
            answer.request().reset();
            Streams.breakOff(request);
        }
    }
}
