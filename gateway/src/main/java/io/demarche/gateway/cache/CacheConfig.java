package io.demarche.gateway.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers to reads are kept. */
@ConfigMapping(prefix = "demarche.cache")
interface CacheConfig {

    /** Whether answers are kept at all. */
    @WithDefault("true")
    boolean enabled();

    /** How long a kept answer is given without asking the service; 0 asks each time. */
    @WithDefault("1s")
    Duration fresh();

    /** How old a kept answer may be that is given, marked as stale, while the service fails; 0 never gives one. */
    @WithDefault("15m")
    Duration stale();

    /** How long the service is waited for when there is a kept answer to give instead. */
    @WithDefault("1s")
    Duration patience();

    /** How much memory the kept answers may take. */
    @WithDefault("64M")
    MemorySize maxSize();
}
