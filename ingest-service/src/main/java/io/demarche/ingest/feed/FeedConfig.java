package io.demarche.ingest.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How feeds are polled, and what is taken of them. */
@ConfigMapping(prefix = "demarche.feeds")
interface FeedConfig {

    /** Whether this replica polls feeds at all; without it, it only answers questions about them. */
    @WithDefault("true")
    boolean enabled();

    /** How often it is looked whether a feed is due. */
    @WithDefault("5S")
    Duration look();

    /** Feeds that this replica works on at once, 1 to 100. */
    @WithDefault("8")
    @Min(1)
    @Max(100)
    int concurrency();

    /** How long a replica has a feed to itself before another may take it; longer than a poll can take. */
    @WithDefault("10M")
    Duration lease();

    /** The shortest time between two polls of a feed that sets none of its own. */
    @WithDefault("5M")
    Duration minInterval();

    /** The longest time between two polls of a feed that sets none of its own. */
    @WithDefault("24H")
    Duration maxInterval();

    /** The rhythm of a feed of which nothing is known yet. */
    @WithDefault("1H")
    Duration firstRhythm();

    /** The longest time that a feed's own wish (ttl, updatePeriod, max-age) can keep it from being polled. */
    @WithDefault("1H")
    Duration maxPause();

    /** The longest wait after the first failure; it doubles with each further one. */
    @WithDefault("5M")
    Duration backoffBase();

    /** The longest wait after any failure. */
    @WithDefault("24H")
    Duration backoffMax();

    /** The most items that are taken of a feed at once. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int maxItems();

    /** The most site maps that are read of an index. */
    @WithDefault("5")
    @Min(0)
    @Max(50)
    int maxParts();

    /** From how many words on an item's own content can stand for a page that can't be had. */
    @WithDefault("120")
    @Min(1)
    int minWords();

    /** How often the article of an item is tried before it is given up, 1 to 100. */
    @WithDefault("4")
    @Min(1)
    @Max(100)
    int itemAttempts();

    /** The longest wait after the first failure of an item; it doubles with each further one. */
    @WithDefault("15M")
    Duration itemBackoff();

    /** How long items are remembered that the feed does not show any more. */
    @WithDefault("180D")
    Duration memory();

    /** How long work on feeds may go on when the service stops; then it is handed back. */
    @WithDefault("10S")
    Duration shutdownGrace();
}
