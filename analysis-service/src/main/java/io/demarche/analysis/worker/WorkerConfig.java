package io.demarche.analysis.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How articles are leased and worked off. */
@ConfigMapping(prefix = "demarche.worker")
public interface WorkerConfig {

    /** Whether this replica leases articles at all; without it, it only answers questions. */
    @WithDefault("true")
    boolean enabled();

    /** Name under which it leases, for people who look at leases. Host name and process id unless set. */
    Optional<String> name();

    /** How many articles it holds at once, those that wait for a thread included. Four for each thread unless set; at most 100. */
    OptionalInt inHand();

    /** How long a lease runs before it is extended or goes to somebody else: 5 to 600 seconds. */
    @WithDefault("60s")
    Duration lease();

    /** First pause when there is nothing to do; it doubles from there. */
    @WithDefault("200ms")
    Duration idleMin();

    /** Longest pause when there is nothing to do. */
    @WithDefault("5s")
    Duration idleMax();

    /** Longest pause when ingest or the database does not answer. */
    @WithDefault("30s")
    Duration awayMax();

    /** The pause between two questions for articles that are gone, whose stances go then. */
    @WithDefault("5s")
    Duration removals();

    /** How long it may finish what it has begun when the service stops; the rest is handed back. */
    @WithDefault("10s")
    Duration shutdownGrace();
}
