package io.demarche.gateway.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How one service behind the gateway is called. */
interface UpstreamConfig {

    /** Where the service is, e.g. {@code http://127.0.0.1:8081}. */
    URI url();

    /** How long an ordinary answer may take before the caller gets a 504. */
    @WithDefault("5s")
    Duration timeout();

    /** How long an answer may take that has to be computed first: an analysis, an extraction, storing an article. */
    @WithDefault("30s")
    Duration computeTimeout();

    /** How long the status page waits for the service before it calls it down. */
    @WithDefault("2s")
    Duration statusTimeout();

    /** How long a stream may stand still, with nothing sent either way, before it is broken off. */
    @WithDefault("5m")
    Duration streamIdle();

    /** The largest answer that is read; a larger one is broken off and answered with 502. */
    @WithDefault("32M")
    MemorySize maxAnswer();

    /** How often a read, or a write with an Idempotency-Key, is tried again when the service cannot be reached. */
    @WithDefault("2")
    int retries();

    /** How many of all calls may be retries. */
    RetryBudget retryBudget();

    /** What happens when the service keeps failing. */
    Breaker breaker();

    /** A bound on retries, so that they do not make an outage worse. */
    interface RetryBudget {

        /** Retries for each call, 0 to 1. */
        @WithDefault("0.1")
        double ratio();

        /** Retries that may follow at once after a quiet time. */
        @WithDefault("20")
        int reserve();
    }

    /** A circuit breaker: while it is open, calls fail at once and the service is left in peace. */
    interface Breaker {

        /** Out of how many consecutive calls the failures are counted. */
        @WithDefault("20")
        int window();

        /** Share of failures in the window, 0 to 1, that opens the breaker. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long it stays open before one call is let through as a trial. */
        @WithDefault("5s")
        Duration delay();
    }
}
