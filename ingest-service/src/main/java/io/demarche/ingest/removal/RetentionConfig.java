package io.demarche.ingest.removal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long articles are kept. */
@ConfigMapping(prefix = "demarche.retention")
interface RetentionConfig {

    /** How long after it was accepted an article is taken away, with its stances; for ever unless set. */
    Optional<Duration> age();

    /** The pause between two rounds of housekeeping. */
    @WithDefault("1M")
    Duration interval();
}
