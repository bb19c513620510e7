package io.demarche.ingest.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long callers wait for the database. */
@ConfigMapping(prefix = "demarche.storage")
public interface StorageConfig {

    /** How long one request may wait for the database, waiting for a connection included, before it is answered 503. */
    @WithDefault("20S")
    Duration timeout();

    /** What a 503 tells callers to wait before they try again. */
    @WithDefault("2S")
    Duration retryAfter();
}
