package io.demarche.gateway.live;

import io.demarche.platform.strict.Streams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One event stream. First it is caught up, page by page, when it was away for longer than the ring remembers; then it
 * takes events off the ring. Nothing is written to it faster than it reads, and nothing is kept for it: who stays behind
 * too long is dropped, and resumes when it comes back.
 *
 * <p>Everything but {@link #wake} and {@link #dismiss} happens on the request's own context.
 */
final class LiveClient {

    private static final int PART = 64;
    private static final long SOON_MILLIS = 1_000;
    /** Longest that the last words may take to go out. */
    private static final long LAST_WORDS_MILLIS = 2_000;

    // Not a buffer: those have to be made where they are used, not where a native executable is built.
    private static final String HEARTBEAT = ":\n\n";

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;
    private final LiveFilter filter;
    private final EventRing ring;
    private final LiveConfig config;
    private final CompletableFuture<@Nullable Void> whole = new CompletableFuture<>();

    /** Everything up to here that the client wants has been written. */
    private String position = "";

    private String told = "";
    /** Of the ring's next event; negative while the client is being caught up, or not yet answered. */
    private long next = -1;

    private long fullSince;
    private boolean over;
    /** Let go before it was answered. */
    private @Nullable Duration dismissed;

    private long timer;

    LiveClient(HttpServerRequest request, LiveFilter filter, EventRing ring, LiveConfig config) {
        this.request = request;
        this.response = request.response();
        this.context = Vertx.currentContext();
        this.filter = filter;
        this.ring = ring;
        this.config = config;
    }

    LiveFilter filter() {
        return filter;
    }

    /**
     * Answers, and tells events until the client is gone or let go.
     *
     * @param from where it begins
     * @param missed what it has missed since; null when all of that is in the ring
     * @param catchUp reads on from a position
     */
    Uni<@Nullable Void> run(String from, @Nullable ChangePage missed, Function<String, Uni<ChangePage>> catchUp) {
        position = from;
        told = from;
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, LiveResource.SSE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no")
                // An event that waits in a compressor is of no use to anybody.
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        response.closeHandler(gone -> finish());
        response.exceptionHandler(broken -> finish());
        response.write(Buffer.buffer("retry: " + config.retry().toMillis() + "\nid: " + from + "\n\n"));
        timer = context.owner().setPeriodic(Math.max(1, config.heartbeat().toMillis()), beat -> onContext(this::beat));
        if (missed != null) {
            take(missed);
        }
        if (dismissed != null) {
            end(dismissed);
        }
        catchUp(catchUp);
        return Uni.createFrom().completionStage(whole);
    }

    /** There may be something new in the ring. */
    void wake() {
        onContext(this::pump);
    }

    /** Ends the stream; the client may come back after a time, which differs a little from client to client. */
    void dismiss(Duration retry) {
        onContext(() -> end(retry));
    }

    private void catchUp(Function<String, Uni<ChangePage>> pages) {
        if (over) {
            return;
        }
        if (response.writeQueueFull()) {
            whenDrained(() -> catchUp(pages));
            return;
        }
        next = ring.after(position);
        if (next >= 0) {
            pump();
            return;
        }
        pages.apply(position)
                .emitOn(this::onContext)
                .subscribe()
                .with(
                        page -> {
                            if (!over) {
                                take(page);
                                catchUp(pages);
                            }
                        },
                        failure -> {
                            if (ChangeService.refused(failure)) {
                                end(config.retry());
                            } else {
                                context.owner().setTimer(SOON_MILLIS, later -> onContext(() -> catchUp(pages)));
                            }
                        });
    }

    private void take(ChangePage page) {
        page.items().forEach(change -> tell(LiveEvent.of(change)));
        position = page.next();
    }

    private void pump() {
        while (!over && next >= 0) {
            if (response.writeQueueFull()) {
                whenDrained(this::pump);
                return;
            }
            EventRing.Part part = ring.read(next, PART);
            if (part == null) {
                // Overtaken by the ring. What it has missed it gets when it is back.
                end(config.retry());
                return;
            }
            part.events().forEach(this::tell);
            next = part.next();
            // One that was caught up may be ahead of the ring.
            position = part.position().compareTo(position) > 0 ? part.position() : position;
            if (part.events().isEmpty()) {
                return;
            }
        }
    }

    private void tell(LiveEvent event) {
        if (event.position().compareTo(position) > 0 && filter.lets(event)) {
            response.write(event.frame());
            told = event.position();
        }
    }

    private void whenDrained(Runnable then) {
        if (fullSince == 0) {
            fullSince = System.nanoTime();
        }
        response.drainHandler(drained -> onContext(() -> {
            fullSince = 0;
            then.run();
        }));
    }

    /** Shows that the stream is alive, and how far it has come: a client that resumes from here has less to catch up. */
    private void beat() {
        if (over) {
            return;
        }
        if (response.writeQueueFull()) {
            if (fullSince != 0
                    && System.nanoTime() - fullSince > config.patience().toNanos()) {
                end(config.retry());
            }
        } else if (position.equals(told)) {
            response.write(HEARTBEAT);
        } else {
            told = position;
            response.write(Buffer.buffer(":\nid: " + position + "\n\n"));
        }
    }

    private void end(Duration retry) {
        if (over) {
            return;
        }
        if (position.isEmpty()) {
            dismissed = retry;
            return;
        }
        long millis = retry.toMillis() + ThreadLocalRandom.current().nextLong(retry.toMillis() + 1);
        long late = context.owner().setTimer(LAST_WORDS_MILLIS, stuck -> Streams.breakOff(request));
        response.end(Buffer.buffer("retry: " + millis + "\n\n"))
                .onComplete(out -> context.owner().cancelTimer(late));
        finish();
    }

    private void finish() {
        if (!over) {
            over = true;
            context.owner().cancelTimer(timer);
            whole.complete(null);
        }
    }

    private void onContext(Runnable command) {
        context.runOnContext(ignored -> command.run());
    }
}
