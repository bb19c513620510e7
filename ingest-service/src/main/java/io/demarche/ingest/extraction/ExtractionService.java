package io.demarche.ingest.extraction;

import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Extracts on threads of its own: parsing a large page takes longer than an event loop may be held, and more of it at
 * once than there are processors only costs memory. The result comes back on the caller's own context.
 */
@Singleton
public class ExtractionService {

    private final PageExtractor pages;
    private final TextCleaner texts;
    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int maxWaiting;

    ExtractionService(Vertx vertx, ExtractionConfig config) {
        DebrisRules debris = new DebrisRules();
        LanguageDetector languages = new LanguageDetector();
        this.pages = new PageExtractor(new BoxRules(), debris, new MetadataReader(), languages);
        this.texts = new TextCleaner(debris, languages);
        int threads =
                config.threads() > 0 ? config.threads() : Runtime.getRuntime().availableProcessors();
        this.workers = vertx.createSharedWorkerExecutor("extraction", threads);
        this.maxWaiting = config.maxWaiting();
    }

    /**
     * Extracts.
     *
     * @param input a page or a text
     * @return the article, without paragraphs when there is none; a 503 when too much waits already
     */
    public Uni<Extraction> extract(ExtractionInput input) {
        return extract(input, Function.identity());
    }

    /**
     * Extracts, and goes on with the result on the same worker.
     *
     * @param <T> what comes out
     * @param input a page or a text
     * @param then work that takes too long for an event loop
     * @return what came of it; a 503 when too much waits already
     */
    public <T> Uni<T> extract(ExtractionInput input, Function<Extraction, T> then) {
        return Uni.createFrom().deferred(() -> {
            if (waiting.incrementAndGet() > maxWaiting) {
                waiting.decrementAndGet();
                return Uni.createFrom()
                        .failure(ProblemException.unavailable("Too many articles wait to be extracted.", 1));
            }
            return workers.executeBlocking(() -> then.apply(extractNow(input)), false)
                    .onTermination()
                    .invoke(waiting::decrementAndGet);
        });
    }

    /**
     * Does work that extracts many times, such as a part of a batch, on one of the threads. Never refused: who calls this
     * bounds how much of it there is at once.
     *
     * @param <T> what comes out
     * @param work is given what extracts
     */
    public <T> Uni<T> extractMany(Function<Function<ExtractionInput, Extraction>, T> work) {
        return workers.executeBlocking(() -> work.apply(this::extractNow), false);
    }

    private Extraction extractNow(ExtractionInput input) {
        String html = input.html();
        if (html != null) {
            return pages.extract(html, input.url());
        }
        String text = input.text();
        return texts.clean(text == null ? "" : text, input.title());
    }

    @PreDestroy
    void close() {
        workers.closeAndAwait();
    }
}
