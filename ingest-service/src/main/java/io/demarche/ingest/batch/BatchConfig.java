package io.demarche.ingest.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much of a batch is in memory at once. */
@ConfigMapping(prefix = "demarche.batch")
interface BatchConfig {

    /** The most lines that are stored with one statement, 1 to 5000. */
    @WithDefault("256")
    @Min(1)
    @Max(5_000)
    int lines();

    /** How many such parts of one call are being read or stored at once; beyond, the sender is made to wait. */
    @WithDefault("4")
    @Min(1)
    int inHand();
}
