package io.demarche.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands in for the ingest service where streams are concerned: numbers each line as it comes. */
public class StreamingIngest implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger test = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger refusal = new AtomicInteger();
    private final AtomicInteger breakAfter = new AtomicInteger();
    private final AtomicReference<@Nullable String> authorization = new AtomicReference<>();
    private final AtomicReference<@Nullable String> trace = new AtomicReference<>();

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer().requestHandler(this::serve);
        int port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return Map.of(
                "demarche.ingest.url",
                "http://127.0.0.1:" + port,
                "demarche.service.secret",
                FakeServices.SECRET,
                "demarche.ingest.breaker.window",
                "100000");
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == StreamingIngest.class);
    }

    /** What calls of an earlier test still do, such as noticing that they are broken, counts no more. */
    public void forget() {
        test.incrementAndGet();
        ended.set(0);
        broken.set(0);
        refusal.set(0);
        breakAfter.set(0);
        authorization.set(null);
    }

    public int ended() {
        return ended.get();
    }

    public int broken() {
        return broken.get();
    }

    public @Nullable String authorization() {
        return authorization.get();
    }

    public @Nullable String trace() {
        return trace.get();
    }

    public void refuseWith(int status) {
        refusal.set(status);
    }

    public void breakAfter(int lines) {
        breakAfter.set(lines);
    }

    private void serve(HttpServerRequest request) {
        authorization.set(request.getHeader("Authorization"));
        trace.set(request.getHeader("traceparent"));
        if (refusal.get() != 0) {
            request.response()
                    .setStatusCode(refusal.get())
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Retry-After", "7")
                    .end("{\"type\": \"/problems/test\", \"title\": \"A title\", \"status\": 503}");
            return;
        }
        int ofTest = test.get();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger lines = new AtomicInteger();
        request.response().setChunked(true).putHeader("Content-Type", "application/x-ndjson");
        request.response().write(Buffer.buffer());
        request.exceptionHandler(failure -> count(broken, ofTest, over));
        request.endHandler(end -> {
            count(ended, ofTest, over);
            request.response().end();
        });
        request.response().drainHandler(drained -> request.resume());
        request.handler(buffer -> answer(request, buffer, lines));
    }

    private void count(AtomicInteger what, int ofTest, AtomicBoolean over) {
        if (ofTest == test.get() && over.compareAndSet(false, true)) {
            what.incrementAndGet();
        }
    }

    private void answer(HttpServerRequest request, Buffer buffer, AtomicInteger lines) {
        StringBuilder answers = new StringBuilder();
        for (byte one : buffer.getBytes()) {
            if (one == '\n') {
                answers.append("{\"line\":").append(lines.incrementAndGet()).append("}\n");
            }
        }
        request.response().write(answers.toString());
        if (request.response().writeQueueFull()) {
            request.pause();
        }
        if (breakAfter.get() != 0 && lines.get() >= breakAfter.get()) {
            // Behind the answer, which is on its way.
            vertx.setTimer(200, timer -> request.connection().close());
        }
    }
}
