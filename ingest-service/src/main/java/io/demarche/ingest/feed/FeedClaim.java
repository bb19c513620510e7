package io.demarche.ingest.feed;

import java.time.Instant;
import java.util.UUID;

/**
 * A feed that this replica has to itself for a while.
 *
 * @param feed the feed as it was then
 * @param token shows that a later call speaks of this very claim
 * @param until when another replica may take it
 */
record FeedClaim(StoredFeed feed, UUID token, Instant until) {}
