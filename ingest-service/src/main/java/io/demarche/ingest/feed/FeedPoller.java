package io.demarche.ingest.feed;

import io.demarche.ingest.fetch.FetchException;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Validators;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Works on a feed that this replica has to itself: polls it when it is due, then gets the articles of its items. */
@Singleton
class FeedPoller {

    private static final Logger LOG = Logger.getLogger(FeedPoller.class);
    private static final int GONE = 410;
    private static final int MAX_HEADER = 1_000;

    private final FeedFetcher fetcher;
    private final ClaimRepository claims;
    private final ItemIntake intake;
    private final PollSchedule schedule;
    private final FeedConfig config;
    private final FeedMetrics metrics;

    @Inject
    FeedPoller(
            FeedFetcher fetcher,
            ClaimRepository claims,
            ItemIntake intake,
            FeedConfig config,
            Clock clock,
            FeedMetrics metrics) {
        this.fetcher = fetcher;
        this.claims = claims;
        this.intake = intake;
        this.config = config;
        this.metrics = metrics;
        this.schedule = new PollSchedule(PollSchedule.Limits.of(config), clock, () -> ThreadLocalRandom.current()
                .nextLong());
    }

    /**
     * Works, and gives the feed back.
     *
     * @param stopping whether nothing more shall be begun
     * @return completes when the feed is given back, or its lease is left to run out
     */
    Uni<Void> work(FeedClaim claim, BooleanSupplier stopping) {
        Instant begun = schedule.now();
        // Half of the lease for what is begun at its end.
        Instant end = begun.plus(config.lease().dividedBy(2));
        BooleanSupplier over = () -> stopping.getAsBoolean() || !schedule.now().isBefore(end);
        Instant next = claim.feed().nextAt();
        boolean due = next != null && !next.isAfter(begun) && !stopping.getAsBoolean();
        return (due ? poll(claim) : Uni.createFrom().item(true))
                .flatMap(held -> held ? items(claim, over) : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure, "Work on feed %s broke off", claim.feed().id()))
                .eventually(
                        () -> claims.release(claim, schedule.now()).onFailure().recoverWithNull())
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Boolean> poll(FeedClaim claim) {
        StoredFeed feed = claim.feed();
        return fetcher.getWhole(feed.url(), new Validators(feed.etag(), feed.lastModified()))
                .map(answer -> result(feed, answer))
                .onFailure()
                .recoverWithItem(failure -> failed(feed, failure))
                .flatMap(result -> write(claim, result)
                        .onFailure(failure -> !(failure instanceof ProblemException))
                        // Whatever is wrong with it will be so at once again.
                        .recoverWithUni(failure -> write(claim, failed(feed, failure))));
    }

    private Uni<Boolean> write(FeedClaim claim, PollResult result) {
        return claims.polled(claim, result, this::decide, config.memory(), schedule.now())
                .invoke(held -> metrics.polled(result.outcome()));
    }

    private PollSchedule.Decision decide(StoredFeed feed, PollResult result, int fresh) {
        return switch (result.outcome()) {
            case READ ->
                schedule.afterRead(
                        feed.standing(),
                        result.items().stream()
                                .map(FeedItem::publishedAt)
                                .filter(Objects::nonNull)
                                .toList(),
                        fresh,
                        result.hints());
            case UNCHANGED -> schedule.afterUnchanged(feed.standing(), result.hints());
            case FAILED -> schedule.afterFailure(feed.standing(), result.retryAfter());
            case GONE -> schedule.afterEnd(feed.standing());
        };
    }

    private PollResult result(StoredFeed before, FeedFetcher.Answer answer) {
        Fetched fetched = answer.fetched();
        String moved =
                fetched.moved() && !fetched.url().equals(before.url()) ? FeedLinks.resolve(null, fetched.url()) : null;
        if (fetched.unchanged()) {
            PollHints hints = before.hints().and(fetched.cacheControl());
            return new PollResult(PollOutcome.UNCHANGED, moved, null, List.of(), null, null, hints, null, null);
        }
        Feed feed = answer.feed();
        if (feed == null) {
            return PollResult.ended(PollOutcome.FAILED, null, "The address answers with something that is no feed.");
        }
        // An index that has not changed may name parts that have.
        boolean index = !feed.parts().isEmpty();
        return new PollResult(
                PollOutcome.READ,
                moved,
                feed,
                oldestFirst(feed.items()),
                index ? null : bounded(fetched.etag()),
                index ? null : bounded(fetched.lastModified()),
                PollHints.of(feed).and(fetched.cacheControl()),
                null,
                null);
    }

    /** Feeds show the newest first; articles come in in the order in which they were published. */
    private static List<FeedItem> oldestFirst(List<FeedItem> items) {
        List<FeedItem> ordered = new ArrayList<>(items);
        Collections.reverse(ordered);
        return ordered;
    }

    private static @Nullable String bounded(@Nullable String header) {
        return header == null || header.length() > MAX_HEADER ? null : header;
    }

    private static PollResult failed(StoredFeed feed, Throwable failure) {
        if (failure instanceof FetchException fetch) {
            PollOutcome outcome = fetch.status() == GONE ? PollOutcome.GONE : PollOutcome.FAILED;
            return PollResult.ended(outcome, fetch.retryAfter(), sentence(String.valueOf(fetch.getMessage())));
        }
        if (failure instanceof ProblemException problem) {
            return PollResult.ended(
                    PollOutcome.FAILED, null, String.valueOf(problem.problem().detail()));
        }
        LOG.errorf(failure, "Feed %s could not be read or stored", feed.id());
        return PollResult.ended(PollOutcome.FAILED, null, "The feed could not be read.");
    }

    /** Some reasons are sentences, and some the end of one that begins with what was asked for. */
    private static String sentence(String reason) {
        boolean whole = Character.isUpperCase(reason.codePointAt(0));
        return (whole ? "" : "The feed ") + reason + (reason.endsWith(".") ? "" : ".");
    }

    private Uni<Void> items(FeedClaim claim, BooleanSupplier over) {
        return Uni.createFrom()
                .deferred(() -> over.getAsBoolean() ? Uni.createFrom().item(false) : item(claim))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Whether to go on. */
    private Uni<Boolean> item(FeedClaim claim) {
        return claims.nextItem(claim, schedule.now()).flatMap(item -> item == null ? done() : settle(claim, item));
    }

    private Uni<Boolean> settle(FeedClaim claim, PendingItem item) {
        return intake.take(claim.feed(), item)
                .invoke(result -> metrics.taken(result.state()))
                .flatMap(result -> claims.settle(claim, item, result, schedule.now()));
    }

    private static Uni<Boolean> done() {
        return Uni.createFrom().item(false);
    }
}
