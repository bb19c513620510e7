package io.demarche.gateway.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The services behind the gateway. */
@ApplicationScoped
public class Upstreams {

    private final Upstream ingest;
    private final Upstream analysis;

    Upstreams(IngestConfig ingest, AnalysisConfig analysis, MeterRegistry metrics) {
        this.ingest = new Upstream("ingest", ingest, metrics);
        this.analysis = new Upstream("analysis", analysis, metrics);
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
