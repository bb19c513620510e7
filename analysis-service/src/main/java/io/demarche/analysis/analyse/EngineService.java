package io.demarche.analysis.analyse;

import io.demarche.engine.Analysis;
import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.EngineInfo;
import io.demarche.engine.StanceEngine;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * The one stance engine of this process. It is loaded beside the start of everything else, which need not wait for its
 * models; until it is there, the service is not ready.
 */
@ApplicationScoped
public class EngineService {

    private static final Logger LOG = Logger.getLogger(EngineService.class);
    private static final int RETRY_SECONDS = 2;

    private final CompletableFuture<StanceEngine> engine = new CompletableFuture<>();
    private final EngineSetup setup;

    EngineService(EngineConfig config) {
        this.setup = new EngineSetup(config, ShippedFiles.ofExecutable());
    }

    /**
     * Begins to load the engine.
     *
     * @throws ConfigurationException when it is clear at once that it can't be as configured
     */
    void load() {
        setup.complaint().ifPresent(complaint -> {
            // Of this exception Quarkus prints the message alone, and ends with status 1.
            throw new ConfigurationException(complaint);
        });
        Thread loader = new Thread(this::create, "stance-engine-loader");
        loader.setDaemon(true);
        loader.start();
    }

    private void create() {
        try {
            StanceEngine loaded = setup.engine();
            LOG.infof(
                    "Stance engine %s, model %s",
                    loaded.info().version(), loaded.info().model());
            engine.complete(loaded);
        } catch (IllegalArgumentException misconfigured) {
            LOG.error(misconfigured.getMessage());
            stop(misconfigured);
        } catch (RuntimeException | Error broken) {
            LOG.error("The stance engine could not be loaded: the service stops.", broken);
            stop(broken);
        }
    }

    /** Without its engine this process is of no use, and a restart may find what was missing. */
    private void stop(Throwable reason) {
        engine.completeExceptionally(reason);
        Quarkus.asyncExit(1);
    }

    /** Completes when texts can be analysed. */
    public CompletionStage<EngineInfo> ready() {
        return engine.thenApply(StanceEngine::info);
    }

    /** Whether texts can be analysed. */
    public boolean isReady() {
        return engine.isDone() && !engine.isCompletedExceptionally();
    }

    /**
     * Which engine this is.
     *
     * @throws ProblemException 503 while it is being loaded
     */
    public EngineInfo info() {
        return loaded().info();
    }

    /**
     * Analyses a text on the calling thread, which should be one of {@link AnalysisPool}.
     *
     * @throws ProblemException 503 while the engine is being loaded
     */
    public Analysis analyse(AnalysisRequest request) {
        return loaded().analyse(request);
    }

    /** Frees the engine. No analysis may be under way, and none may follow. */
    void close() {
        engine.thenAccept(StanceEngine::close);
    }

    private StanceEngine loaded() {
        try {
            StanceEngine loaded = engine.getNow(null);
            if (loaded != null) {
                return loaded;
            }
        } catch (CompletionException broken) {
            // The process is about to stop; until then this answer is as good.
        }
        throw ProblemException.unavailable("The stance engine is still being loaded.", RETRY_SECONDS);
    }
}
