package io.demarche.analysis.stance;

import io.demarche.platform.strict.Streams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An answer that is written piece by piece, no faster than it is read. Made and used on the request's own context. */
final class StreamedAnswer {

    private static final Logger LOG = Logger.getLogger(StreamedAnswer.class);

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context = Vertx.currentContext();

    StreamedAnswer(HttpServerRequest request) {
        this.request = request;
        this.response = request.response();
    }

    /** Nobody reads any more. */
    private static final class ReaderGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReaderGoneException() {
            super("the reader is gone", null, false, false);
        }
    }

    /** Writes; ends when more may be written, and fails when nobody is there to read it. */
    Uni<@Nullable Void> write(Buffer piece) {
        if (response.closed()) {
            return Uni.createFrom().failure(new ReaderGoneException());
        }
        response.write(piece);
        if (!response.writeQueueFull()) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .<@Nullable Void>emitter(waiting -> {
                    response.closeHandler(closed -> waiting.fail(new ReaderGoneException()));
                    response.drainHandler(drained -> waiting.complete(null));
                })
                .emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    /**
     * Ends the answer, or breaks it off: half an answer must not look like a whole one.
     *
     * @param failure null when all is written
     * @return fails with the failure when nothing has been written yet, so that it can be told
     */
    Uni<@Nullable Void> end(@Nullable Throwable failure) {
        if (failure == null) {
            response.end();
        } else if (!response.headWritten()) {
            return Uni.createFrom().failure(failure);
        } else {
            if (!(failure instanceof ReaderGoneException)) {
                LOG.error("a stream was broken off", failure);
            }
            Streams.breakOff(request);
        }
        return Uni.createFrom().nullItem();
    }
}
