package io.demarche.ingest.fetch;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How pages are fetched, and from where. */
@ConfigMapping(prefix = "demarche.fetch")
interface FetchConfig {

    /** Hosts that may be asked at any port although their addresses are internal: names or literal addresses. */
    Optional<List<String>> allowedHosts();

    /** Ports that hosts of the internet are asked at. */
    @WithDefault("80,443")
    Set<Integer> ports();

    /** The largest page, after decompression. */
    @WithDefault("5M")
    MemorySize maxSize();

    /** How long a connection may take. */
    @WithDefault("5S")
    Duration connectTimeout();

    /** How long all of a page may take, with its redirects, for somebody who waits for it. */
    @WithDefault("20S")
    Duration timeout();

    /** How long a page may take that nobody waits for, such as one that a feed names. */
    @WithDefault("5M")
    Duration patience();

    /** The most redirects that are followed. */
    @WithDefault("5")
    int redirects();

    /** Who asks. The first word is what robots.txt is searched for. */
    @WithDefault("Demarche/0.1 (news reader; open source)")
    String userAgent();

    /** Whether robots.txt is honoured. */
    @WithDefault("true")
    boolean robots();

    /** The pause between two requests to a host that asks for none. */
    @WithDefault("1S")
    Duration delay();

    /** The longest pause that a host's robots.txt can ask for. */
    @WithDefault("30S")
    Duration maxDelay();

    /** The most requests that wait for their turn, for all hosts. */
    @WithDefault("1000")
    int maxWaiting();
}
