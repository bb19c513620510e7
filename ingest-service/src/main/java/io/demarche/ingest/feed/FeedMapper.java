package io.demarche.ingest.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Between what is stored and what is answered. */
final class FeedMapper {

    private FeedMapper() {}

    static FeedResponse toResponse(StoredFeed feed) {
        StoredFeed.Wishes wishes = feed.wishes();
        StoredFeed.Counts counts = feed.counts();
        StoredFeed.LastPoll last = feed.last();
        Duration rhythm = feed.standing().rhythm();
        return new FeedResponse(
                feed.id(),
                feed.url(),
                wishes.title() == null ? feed.ownTitle() : wishes.title(),
                wishes.source(),
                feed.format(),
                feed.standing().state(),
                seconds(wishes.least()),
                seconds(wishes.most()),
                feed.createdAt(),
                feed.nextAt(),
                rhythm == null ? null : rhythm.toSeconds(),
                feed.standing().failures(),
                last == null
                        ? null
                        : new FeedResponse.Poll(last.at(), last.outcome(), last.found(), last.fresh(), last.problem()),
                new FeedResponse.Items(
                        counts.found(),
                        counts.found() - counts.stored() - counts.failed(),
                        counts.stored(),
                        counts.failed()));
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : Math.toIntExact(duration.toSeconds());
    }
}
