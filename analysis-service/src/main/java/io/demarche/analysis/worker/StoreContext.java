package io.demarche.analysis.worker;

import io.demarche.platform.trace.Trace;
import io.demarche.platform.trace.Traces;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Where work with the database is done that no request asked for: reactive sessions live on a Vert.x context. */
final class StoreContext {

    private StoreContext() {}

    /** Does work on a context of its own; it belongs to the present trace, or to a new one. */
    static <T> CompletionStage<T> run(Vertx vertx, Supplier<Uni<? extends T>> work) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        Trace present = Traces.current();
        Trace trace = present == null ? Trace.begin() : present;
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            Traces.enter(trace);
            Uni.createFrom().deferred(work).subscribe().with(result::complete, result::completeExceptionally);
        });
        return result;
    }
}
