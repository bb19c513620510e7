package io.demarche.gateway.upstream;

import jakarta.enterprise.context.ApplicationScoped;

/** The services behind the gateway. */
@ApplicationScoped
public class Upstreams {

    private final Upstream ingest;
    private final Upstream analysis;

    Upstreams(IngestConfig ingest, AnalysisConfig analysis) {
        this.ingest = new Upstream("ingest", ingest);
        this.analysis = new Upstream("analysis", analysis);
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
