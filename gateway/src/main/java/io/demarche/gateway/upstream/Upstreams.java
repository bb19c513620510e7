package io.demarche.gateway.upstream;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;

/** The services behind the gateway. */
@ApplicationScoped
public class Upstreams {

    private final Upstream ingest;
    private final Upstream analysis;

    Upstreams(IngestConfig ingest, AnalysisConfig analysis, Vertx vertx) {
        this.ingest = new Upstream("ingest", ingest, vertx);
        this.analysis = new Upstream("analysis", analysis, vertx);
    }

    /** The service that owns articles and work. */
    public Upstream ingest() {
        return ingest;
    }

    /** The service that owns stances. */
    public Upstream analysis() {
        return analysis;
    }
}
