package io.demarche.ingest.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How often and how fast work is tried again. */
@ConfigMapping(prefix = "demarche.work")
public interface WorkConfig {

    /** How often an article is leased before it is given up, 1 to 100. */
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int maxAttempts();

    /** The longest wait after the first failure; it doubles with each further one. */
    @WithDefault("2S")
    Duration backoffBase();

    /** The longest wait after any failure. */
    @WithDefault("10M")
    Duration backoffMax();
}
