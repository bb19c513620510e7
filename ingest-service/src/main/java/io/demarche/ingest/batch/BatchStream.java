package io.demarche.ingest.batch;

import io.demarche.ingest.article.ArticleBatchService;
import io.demarche.ingest.article.ArticleBatchService.Prepared;
import io.demarche.ingest.article.ArticleLine;
import io.demarche.ingest.article.LineReceipt;
import io.demarche.ingest.work.Admission;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way: lines are gathered to parts; parts are prepared side by side, stored one after the other and
 * answered in order. A sender is read no further while enough parts are in hand, or while nobody reads the answers. A part
 * is as large as what came while the last one was stored, so that a slow sender need not wait for a full one.
 *
 * <p>All of it happens on the request's own context.
 */
final class BatchStream {

    private static final Logger LOG = Logger.getLogger(BatchStream.class);

    /** Lines are stored sooner than their number asks for when they are long. */
    private static final int FULL_BYTES = 1024 * 1024;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;
    private final ArticleBatchService articles;
    private final Function<List<LineReceipt>, Buffer> writer;
    private final Admission admission;
    private final BatchConfig config;
    private final LineSplitter splitter;
    private final CompletableFuture<@Nullable Void> whole = new CompletableFuture<>();

    private final Deque<Part> inHand = new ArrayDeque<>();
    private List<ArticleLine> open = new ArrayList<>();
    private int openBytes;
    private boolean ended;
    private boolean storing;
    private boolean over;
    private @Nullable ProblemException refusal;

    private static final class Part {
        private final List<ArticleLine> lines;
        private @Nullable Prepared prepared;

        Part(List<ArticleLine> lines) {
            this.lines = lines;
        }
    }

    BatchStream(
            HttpServerRequest request,
            Context context,
            ArticleBatchService articles,
            Admission admission,
            Function<List<LineReceipt>, Buffer> writer,
            BatchConfig config,
            long longestLine) {
        this.request = request;
        this.response = request.response();
        this.context = context;
        this.articles = articles;
        this.admission = admission;
        this.writer = writer;
        this.config = config;
        this.splitter = new LineSplitter(longestLine, this::take);
    }

    /** Reads and answers; ends when the last line is answered, or the sender is gone. */
    Uni<@Nullable Void> run() {
        request.exceptionHandler(failure -> stop());
        response.exceptionHandler(failure -> stop());
        response.closeHandler(closed -> stop());
        response.drainHandler(drained -> regulate());
        request.handler(this::read);
        request.endHandler(end -> end());
        // The head goes out at once: the sender knows that it is listened to.
        response.write(Buffer.buffer());
        request.resume();
        return Uni.createFrom().completionStage(whole);
    }

    private void read(Buffer buffer) {
        if (over) {
            return;
        }
        splitter.accept(buffer.getBytes());
        if (inHand.isEmpty()) {
            close();
        }
        regulate();
    }

    private void end() {
        if (over) {
            return;
        }
        splitter.finish();
        ended = true;
        close();
        advance();
    }

    private void take(ArticleLine line) {
        byte[] json = line.json();
        open.add(line);
        openBytes += json == null ? 0 : json.length;
        if (open.size() >= config.lines() || openBytes >= FULL_BYTES) {
            close();
        }
    }

    /** Hands the open part on. */
    private void close() {
        if (open.isEmpty()) {
            return;
        }
        Part part = new Part(open);
        open = new ArrayList<>();
        openBytes = 0;
        inHand.add(part);
        if (refusal == null) {
            articles.prepare(part.lines)
                    .emitOn(this::onContext)
                    .subscribe()
                    .with(
                            prepared -> {
                                part.prepared = prepared;
                                advance();
                            },
                            this::fail);
        }
        advance();
    }

    private void advance() {
        while (!over && !storing) {
            Part first = inHand.peek();
            if (first == null && open.isEmpty()) {
                if (ended) {
                    finish();
                }
                return;
            }
            if (first == null) {
                close();
            } else if (refusal != null) {
                // Still read to its end: whoever sends cannot be told otherwise that nothing more is taken.
                answer(articles.refuse(first.lines, refusal));
            } else if (first.prepared != null) {
                store(first, first.prepared);
            } else {
                return;
            }
        }
    }

    private void store(Part part, Prepared prepared) {
        storing = true;
        admission
                .check()
                .flatMap(admitted -> articles.store(prepared))
                .emitOn(this::onContext)
                .onFailure(ProblemException.class)
                .recoverWithItem(why -> {
                    refusal = why;
                    return articles.refuse(part.lines, why);
                })
                .subscribe()
                .with(
                        receipts -> {
                            storing = false;
                            answer(receipts);
                            advance();
                        },
                        this::fail);
    }

    private void answer(List<LineReceipt> receipts) {
        inHand.remove();
        if (!over) {
            response.write(writer.apply(receipts));
            regulate();
        }
    }

    /** Reads on, or lets the sender wait. */
    private void regulate() {
        if (over || ended) {
            return;
        }
        if (inHand.size() >= config.inHand() || response.writeQueueFull()) {
            request.pause();
        } else {
            request.resume();
        }
    }

    private void finish() {
        over = true;
        response.end();
        whole.complete(null);
    }

    /** The sender is gone: what is being stored is stored, the rest is not begun. */
    private void stop() {
        if (!over) {
            over = true;
            open = new ArrayList<>();
            whole.complete(null);
        }
    }

    private void fail(Throwable unforeseen) {
        if (!over) {
            LOG.error("a batch was broken off", unforeseen);
            stop();
            // Half an answer is out; only breaking off says that it is not whole.
            request.connection().close();
        }
    }

    private void onContext(Runnable command) {
        context.runOnContext(ignored -> command.run());
    }
}
