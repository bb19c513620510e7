package io.demarche.ingest.feed;

import io.demarche.ingest.fetch.FetchException;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.PageService;
import io.demarche.ingest.fetch.Validators;
import io.demarche.platform.id.Uuid7;
import io.demarche.platform.page.Cursor;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Makes, lists, changes and ends subscriptions. */
@Singleton
class FeedService {

    private static final String URL = "url";

    private final FeedRepository repository;
    private final FeedFetcher fetcher;
    private final PollSchedule schedule;

    @Inject
    FeedService(FeedRepository repository, FeedFetcher fetcher, FeedConfig config, Clock clock) {
        this.repository = repository;
        this.fetcher = fetcher;
        this.schedule = new PollSchedule(PollSchedule.Limits.of(config), clock, () -> ThreadLocalRandom.current()
                .nextLong());
    }

    /**
     * What subscribing led to.
     *
     * @param feed the subscription
     * @param created whether it is new
     */
    record Subscribed(FeedResponse feed, boolean created) {}

    /** A feed that was found at an address. */
    private record Found(String url, Feed feed) {}

    /** Subscribes to a feed, or to the one that a page names; finds the first subscription when there is one. */
    Uni<Subscribed> subscribe(FeedRequest request) {
        FeedChange wanted = request.change();
        StoredFeed.Wishes wishes = wanted.wishes();
        String url = FeedLinks.resolve(null, request.url());
        if (url == null) {
            throw ProblemException.badRequest(URL, "must be an absolute http or https address");
        }
        return repository
                .findByUrl(url)
                .flatMap(known -> known != null
                        ? known(known)
                        : fetched(url)
                                .flatMap(answer -> answer.feed() == null
                                        ? discovered(answer.fetched())
                                        : Uni.createFrom().item(found(url, answer)))
                                .flatMap(found -> store(found, wishes, wanted.isEnabled())));
    }

    private Uni<FeedFetcher.Answer> fetched(String url) {
        return fetcher.get(url, Validators.NONE)
                .onFailure(FetchException.class)
                .transform(failure -> PageService.problem(failure));
    }

    /** A permanent redirect says what the address is; another may lead elsewhere tomorrow. */
    private static Found found(String url, FeedFetcher.Answer answer) {
        Fetched fetched = answer.fetched();
        String own = fetched.moved() ? FeedLinks.resolve(null, fetched.url()) : null;
        Feed feed = answer.feed();
        if (feed == null) {
            throw ProblemException.badRequest(URL, "names a feed, " + url + ", that is none");
        }
        return new Found(own == null ? url : own, feed);
    }

    private Uni<Found> discovered(Fetched page) {
        return fetcher.discover(page).flatMap(named -> {
            String url = named.orElseThrow(
                    () -> ProblemException.badRequest(URL, "is neither a feed nor a page that names one"));
            return fetched(url).map(answer -> found(url, answer));
        });
    }

    private Uni<Subscribed> store(Found found, StoredFeed.Wishes wishes, boolean enabled) {
        Instant now = schedule.now();
        FeedRepository.Change first = new FeedRepository.Change(
                wishes, enabled ? FeedState.ACTIVE : FeedState.PAUSED, 0, enabled ? now : null);
        Feed feed = found.feed();
        return repository
                .insert(Uuid7.next(), found.url(), feed.title(), feed.format(), first, now)
                .flatMap(stored -> stored == null
                        ? repository.findByUrl(found.url()).flatMap(FeedService::known)
                        : Uni.createFrom().item(new Subscribed(FeedMapper.toResponse(stored), true)));
    }

    private static Uni<Subscribed> known(@Nullable StoredFeed feed) {
        if (feed == null) {
            throw ProblemException.conflict("The subscription was ended at this moment; subscribe again.");
        }
        return Uni.createFrom().item(new Subscribed(FeedMapper.toResponse(feed), false));
    }

    /** One subscription; 404 when there is none. */
    Uni<FeedResponse> get(UUID id) {
        return repository.find(id).map(feed -> present(feed, id));
    }

    /** A page of subscriptions, newest first. */
    Uni<FeedPage> list(@Nullable FeedState state, int limit, @Nullable String cursor) {
        UUID before = cursor == null ? null : Cursor.decode(cursor, 1, key -> UUID.fromString(key.get(0)));
        // One more than asked for shows whether there is a next page.
        return repository.list(state, before, limit + 1).map(found -> {
            List<FeedResponse> items =
                    found.stream().limit(limit).map(FeedMapper::toResponse).toList();
            String next = found.size() <= limit
                    ? null
                    : Cursor.encode(items.get(limit - 1).id().toString());
            return new FeedPage(items, next);
        });
    }

    /** Changes a subscription; 404 when there is none. */
    Uni<FeedResponse> change(UUID id, FeedChange change) {
        StoredFeed.Wishes wishes = change.wishes();
        Instant now = schedule.now();
        return repository
                .change(id, now, before -> decide(before, wishes, change.isEnabled(), now))
                .map(feed -> present(feed, id));
    }

    private FeedRepository.Change decide(StoredFeed before, StoredFeed.Wishes wishes, boolean enabled, Instant now) {
        if (!enabled) {
            return new FeedRepository.Change(wishes, FeedState.PAUSED, 0, null);
        }
        FeedState state = before.standing().state();
        Instant next = before.nextAt();
        StoredFeed.LastPoll last = before.last();
        if (next == null) {
            return new FeedRepository.Change(wishes, FeedState.ACTIVE, 0, now);
        }
        // A feed that fails keeps its back-off: nobody's wish makes the server well.
        boolean moves = last != null && state == FeedState.ACTIVE;
        Instant moved = moves ? schedule.moved(last.at(), next, wishes.least(), wishes.most()) : next;
        return new FeedRepository.Change(wishes, state, before.standing().failures(), moved);
    }

    private static FeedResponse present(@Nullable StoredFeed feed, UUID id) {
        if (feed == null) {
            throw ProblemException.notFound("feed", id);
        }
        return FeedMapper.toResponse(feed);
    }

    /** Ends a subscription; its articles stay. 404 when there is none. */
    Uni<Void> delete(UUID id) {
        return repository.delete(id).map(there -> {
            if (!there) {
                throw ProblemException.notFound("feed", id);
            }
            return null;
        });
    }
}
