package io.demarche.platform.strict;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How large a request may be. Up to {@code quarkus.http.limits.*}, which lie higher, a larger one is answered with a
 * problem; beyond them the HTTP server breaks off with a bare status.
 */
@ConfigMapping(prefix = "demarche.http")
public interface RequestLimitsConfig {

    /** Longest body that is read, and longest line of a body that is a stream, in bytes; 413 beyond. */
    @WithDefault("10M")
    MemorySize maxBodySize();

    /** How long a body that is no stream may take to arrive; 408 beyond. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** Longest path and query, in characters; 414 beyond. */
    @WithDefault("8192")
    int maxUriLength();

    /** Longest headers of a request, names and values together, in characters; 431 beyond. */
    @WithDefault("16384")
    int maxHeadersLength();
}
