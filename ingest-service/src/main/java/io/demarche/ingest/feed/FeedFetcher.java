package io.demarche.ingest.feed;

import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Fetcher;
import io.demarche.ingest.fetch.Validators;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Fetches feeds and reads them, off the event loop: parsing a large one takes longer than that may be held. */
@Singleton
final class FeedFetcher {

    private final Fetcher fetcher;
    private final Vertx vertx;
    private final FeedConfig config;

    FeedFetcher(Fetcher fetcher, Vertx vertx, FeedConfig config) {
        this.fetcher = fetcher;
        this.vertx = vertx;
        this.config = config;
    }

    /**
     * What an address answered.
     *
     * @param fetched the answer
     * @param feed the feed that it is; null when it is none, or has not changed
     */
    record Answer(Fetched fetched, @Nullable Feed feed) {}

    /** Fetches an address, which may be no feed; fails as {@link Fetcher#fetch} does. */
    Uni<Answer> get(String url, Validators last) {
        return read(fetcher.fetch(url, last));
    }

    private Uni<Answer> getPatiently(String url, Validators last) {
        return read(fetcher.fetchPatiently(url, last));
    }

    private Uni<Answer> read(Uni<Fetched> answer) {
        return answer.flatMap(fetched -> fetched.unchanged()
                ? Uni.createFrom().item(new Answer(fetched, null))
                : read(fetched).map(feed -> new Answer(fetched, feed.orElse(null))));
    }

    /** The same, with the items of the parts that an index names; fails with a 502 when there are none to be had. */
    Uni<Answer> getWhole(String url, Validators last) {
        return getPatiently(url, last).flatMap(answer -> {
            Feed feed = answer.feed();
            return feed == null || feed.parts().isEmpty()
                    ? Uni.createFrom().item(answer)
                    : whole(feed).map(whole -> new Answer(answer.fetched(), whole));
        });
    }

    /** The feed that a page names, or nothing. */
    Uni<Optional<String>> discover(Fetched page) {
        return blocking(() -> Optional.ofNullable(FeedDiscovery.find(page.text(), page.url())));
    }

    private Uni<Feed> whole(Feed index) {
        List<String> parts = index.parts().stream().limit(config.maxParts()).toList();
        return Multi.createFrom()
                .iterable(parts)
                // A part that can't be had keeps nobody from the others; it is asked for again with the next poll.
                .onItem()
                .transformToUniAndConcatenate(part -> getPatiently(part, Validators.NONE)
                        .onFailure()
                        .recoverWithNull()
                        .onItem()
                        .ifNotNull()
                        .transform(Answer::feed))
                .collect()
                .asList()
                .map(read -> {
                    if (read.isEmpty() && !parts.isEmpty()) {
                        throw ProblemException.badGateway("None of the site maps that the index names can be had.");
                    }
                    return joined(index, read);
                });
    }

    private Feed joined(Feed index, List<Feed> parts) {
        List<FeedItem> items = new ArrayList<>();
        String title = index.title();
        for (Feed part : parts) {
            title = title == null ? part.title() : title;
            part.items().stream().limit(config.maxItems() - (long) items.size()).forEach(items::add);
        }
        return new Feed(FeedFormat.SITEMAP, title, items, null, Set.of(), Set.of(), index.parts());
    }

    private Uni<Optional<Feed>> read(Fetched fetched) {
        return blocking(() -> Optional.ofNullable(FeedReader.read(fetched.text(), fetched.url(), config.maxItems()))
                .map(feed -> feed.withoutTeasers(config.minWords())));
    }

    private <T> Uni<T> blocking(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }
}
