/** Feeds that are subscribed to: read, polled, and their articles fetched and accepted. */
@NullMarked
package io.demarche.ingest.feed;

import org.jspecify.annotations.NullMarked;
