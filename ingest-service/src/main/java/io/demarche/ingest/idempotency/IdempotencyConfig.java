package io.demarche.ingest.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long writes with an Idempotency-Key are kept in mind. */
@ConfigMapping(prefix = "demarche.idempotency")
interface IdempotencyConfig {

    /** How long the answer of a write is kept, from when it was given. */
    @WithDefault("24H")
    Duration keep();

    /** How long a write may be under way before another takes its place; longer than any write takes. */
    @WithDefault("2M")
    Duration lease();
}
