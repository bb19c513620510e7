package io.demarche.gateway.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The services behind the gateway. */
@ApplicationScoped
public class Upstreams {

    private final Upstream ingest;
    private final Upstream analysis;

    Upstreams(IngestConfig ingest, AnalysisConfig analysis, Vertx vertx, MeterRegistry metrics) {
        this.ingest = new Upstream("ingest", ingest, vertx, metrics);
        this.analysis = new Upstream("analysis", analysis, vertx, metrics);
    }

    /** Made at the start: the metrics of a service that nobody has called yet are there, and are zero. */
    void start(@Observes StartupEvent started) {}

    /** The service that owns articles and work. */
    public Upstream ingest() {
        return ingest;
    }

    /** The service that owns stances. */
    public Upstream analysis() {
        return analysis;
    }
}
