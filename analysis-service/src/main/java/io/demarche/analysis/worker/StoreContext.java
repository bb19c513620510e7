package io.demarche.analysis.worker;

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

    /** Does work on a context of its own. */
    static <T> CompletionStage<T> run(Vertx vertx, Supplier<Uni<? extends T>> work) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(ignored ->
                Uni.createFrom().deferred(work).subscribe().with(result::complete, result::completeExceptionally));
        return result;
    }
}
