package io.demarche.gateway.upstream;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One try of one call. Ends in its time, with an answer no larger than allowed, and takes its request back when nobody
 * waits for it any more.
 *
 * @param <T> the answer
 */
final class UpstreamCall<T> {

    private static final String LOCAL = UpstreamCall.class.getName();

    private final Vertx vertx;
    private final Duration limit;
    private final long mostBytes;
    private final long began = System.nanoTime();
    private @Nullable HttpClientRequest request;
    private volatile @Nullable UniEmitter<? super T> waiting;
    private volatile @Nullable Throwable fault;
    private boolean over;
    private volatile boolean settled;

    UpstreamCall(Vertx vertx, Duration limit, long mostBytes) {
        this.vertx = vertx;
        this.limit = limit;
        this.mostBytes = mostBytes;
    }

    /** The call that is being made on this context, when it has no request so far. */
    static @Nullable UpstreamCall<?> current() {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.<UpstreamCall<?>>get(LOCAL).orElse(null)
                : null;
    }

    /** Makes the call. */
    Uni<T> run(Supplier<Uni<T>> call) {
        return Uni.createFrom().emitter(emitter -> {
            waiting = emitter;
            long timer = vertx.setTimer(
                    Math.max(1, limit.toMillis()), late -> emitter.fail(new TimeoutException("no answer in time")));
            emitter.onTermination(() -> end(timer));
            begin(call, emitter);
        });
    }

    /** Nobody waits for the answer any more. */
    void giveUp() {
        UniEmitter<? super T> emitter = waiting;
        if (emitter != null) {
            emitter.fail(new CallerLeftException());
        }
    }

    private void begin(Supplier<Uni<T>> call, UniEmitter<? super T> emitter) {
        boolean marked = VertxContext.isOnDuplicatedContext();
        if (marked) {
            ContextLocals.put(LOCAL, this);
        }
        // Not cancelled through Mutiny: a REST client that is cancelled before it has its connection never gives it
        // back.
        Uni.createFrom()
                .deferred(call::get)
                .subscribe()
                .with(answer -> answered(answer, emitter), failure -> failed(failure, emitter));
    }

    private void failed(Throwable failure, UniEmitter<? super T> emitter) {
        settled = true;
        emitter.fail(fault == null ? failure : fault);
    }

    private void answered(@Nullable T answer, UniEmitter<? super T> emitter) {
        settled = true;
        if (answer == null) {
            emitter.fail(new IllegalStateException("empty answer"));
        } else {
            emitter.complete(answer);
        }
    }

    /** The connection is there, nothing is sent. */
    void sending(HttpClientRequest made) {
        ContextLocals.remove(LOCAL);
        synchronized (this) {
            request = made;
            if (over) {
                made.reset();
                return;
            }
        }
        made.response().onSuccess(this::answering);
    }

    /** How much longer an answer is waited for. */
    Duration left() {
        return limit.minusNanos(System.nanoTime() - began);
    }

    private void answering(HttpClientResponse response) {
        String announced = response.getHeader("content-length");
        if (announced != null && announced.length() < 19 && Long.parseLong(announced) > mostBytes) {
            tooMuch(response);
            return;
        }
        long[] read = {0};
        response.handler(part -> {
            read[0] += part.length();
            if (read[0] > mostBytes) {
                tooMuch(response);
            }
        });
    }

    private void tooMuch(HttpClientResponse response) {
        fault = new IllegalStateException("an answer of more than " + mostBytes + " bytes");
        response.request().reset();
    }

    private void end(long timer) {
        vertx.cancelTimer(timer);
        HttpClientRequest sent;
        synchronized (this) {
            over = true;
            sent = request;
        }
        if (sent != null && !settled) {
            sent.reset();
        }
    }
}
