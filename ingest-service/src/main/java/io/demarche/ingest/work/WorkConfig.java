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

    /** How many articles may wait to be analysed; beyond, new ones are answered 503. 0 for no bound. */
    @WithDefault("1000000")
    @Min(0)
    int maxBacklog();

    /** How often, at most, it is counted how many wait. */
    @WithDefault("1S")
    Duration backlogRefresh();

    /** What a 503 for too long a backlog tells callers to wait before they try again, whole seconds. */
    @WithDefault("10S")
    Duration backlogRetryAfter();

    /** How often it is counted for the metrics how much waits. */
    @WithDefault("15S")
    Duration metricsInterval();
}
