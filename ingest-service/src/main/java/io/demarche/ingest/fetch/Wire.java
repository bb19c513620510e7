package io.demarche.ingest.fetch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One request to an address that was checked; nothing is looked up and no redirect followed. */
final class Wire {

    private final HttpClient client;
    private final Duration timeout;

    Wire(Vertx vertx, Duration connectTimeout, Duration timeout) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setMaxPoolSize(1)
                .setKeepAliveTimeout(10)
                .setMaxHeaderSize(32_768)
                .setForceSni(true));
        this.timeout = timeout;
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers by name in lower case; of several the first
     * @param body as it came, at most as large as asked
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        @Nullable
        String header(String name) {
            return headers.get(name);
        }
    }

    /**
     * Asks.
     *
     * @param most the most bytes of a body; more fails
     */
    Uni<Answer> get(Target target, InetAddress address, Map<String, String> headers, long most) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(target.path())
                .setTimeout(timeout.toMillis());
        headers.forEach(options::putHeader);
        return Uni.createFrom().emitter(emitter -> {
            AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
            AtomicBoolean over = new AtomicBoolean();
            emitter.onTermination(() -> {
                over.set(true);
                takeBack(sent.get());
            });
            client.request(options)
                    .compose(request -> {
                        sent.set(request);
                        if (over.get()) {
                            takeBack(request);
                        }
                        return request.send().compose(answer -> read(answer, most));
                    })
                    .onComplete(emitter::complete, emitter::fail);
        });
    }

    /** Of a request that has its answer this does nothing. */
    private static void takeBack(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.reset();
        }
    }

    private static Future<Answer> read(HttpClientResponse response, long most) {
        Promise<Answer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(read::tryFail);
        response.handler(part -> {
            if (body.length() + part.length() > most) {
                read.tryFail(Bodies.tooLarge(most));
                response.request().reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(end -> {
            Map<String, String> headers = new HashMap<>();
            response.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
            read.tryComplete(new Answer(response.statusCode(), headers, body.getBytes()));
        });
        return read.future();
    }

    void close() {
        client.close();
    }
}
