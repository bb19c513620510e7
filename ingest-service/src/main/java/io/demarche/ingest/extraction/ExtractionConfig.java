package io.demarche.ingest.extraction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much extraction may go on at once. */
@ConfigMapping(prefix = "demarche.extraction")
public interface ExtractionConfig {

    /** Threads that extract; 0 for one per processor. */
    @WithDefault("0")
    @Min(0)
    int threads();

    /** Inputs that wait or are worked on, beyond which callers get a 503. */
    @WithDefault("2000")
    @Min(1)
    int maxWaiting();
}
