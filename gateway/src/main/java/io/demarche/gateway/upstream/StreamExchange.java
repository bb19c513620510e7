package io.demarche.gateway.upstream;

import io.demarche.platform.strict.Streams;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One stream between a caller and a service. What breaks off on one side is broken off on the other, never ended: the
 * service would take half a line for a whole one, the caller half an answer.
 */
final class StreamExchange {

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpClientRequest up;
    private final HttpClientResponse down;
    private final CompletableFuture<@Nullable Void> whole = new CompletableFuture<>();

    /**
     * Between a request and what answers it.
     *
     * @param request paused
     * @param down paused; its request has been sent nothing but the head of
     */
    StreamExchange(HttpServerRequest request, HttpClientResponse down) {
        this.request = request;
        this.response = request.response();
        this.up = down.request();
        this.down = down;
    }

    /** Passes on until both directions have ended or one has broken. */
    CompletionStage<@Nullable Void> run() {
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, Streams.NDJSON)
                // A line that waits in a compressor is of no use to anybody.
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        response.closeHandler(gone -> breakOff());
        // The head goes out at once: the caller knows that it is listened to.
        response.write(Buffer.buffer());
        request.pipe().endOnFailure(false).to(up).onFailure(broken -> breakOff());
        down.pipe()
                .endOnFailure(false)
                .to(response)
                .onSuccess(ended -> whole.complete(null))
                .onFailure(broken -> breakOff());
        return whole;
    }

    private void breakOff() {
        if (whole.complete(null)) {
            up.reset();
            request.connection().close();
        }
    }
}
