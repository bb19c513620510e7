package io.demarche.ingest.feed;

import io.demarche.ingest.work.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a feed is asked next and how it stands. A feed is asked twice in the time in which it usually has one new
 * item, less often the longer it is silent, never more often than it may be. Knows nothing of the database.
 */
final class PollSchedule {

    private static final int HOURS_OF_WEEK = 7 * 24;
    /** A feed that is silent for this many times its rhythm is slower than it was. */
    private static final int SILENCE = 4;

    private final Limits limits;
    private final Clock clock;
    private final RandomGenerator random;

    PollSchedule(Limits limits, Clock clock, RandomGenerator random) {
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What bounds all feeds.
     *
     * @param least the shortest time between two polls
     * @param most the longest one
     * @param firstRhythm the rhythm of a feed of which nothing is known
     * @param maxPause the longest time that a feed's wish counts for
     * @param backoff how long it waits after a failure
     */
    record Limits(Duration least, Duration most, Duration firstRhythm, Duration maxPause, Backoff backoff) {

        static Limits of(FeedConfig config) {
            return new Limits(
                    config.minInterval(),
                    config.maxInterval(),
                    config.firstRhythm(),
                    config.maxPause(),
                    new Backoff(config.backoffBase(), config.backoffMax()));
        }
    }

    /**
     * How a feed stood before a poll.
     *
     * @param state how it stood
     * @param failures polls that failed since the last that did not
     * @param rhythm the usual time between two new items, or null
     * @param newestAt when its newest item was published, or null
     * @param least the shortest time between two polls that its subscriber wants, or null
     * @param most the longest one, or null
     */
    record Standing(
            FeedState state,
            int failures,
            @Nullable Duration rhythm,
            @Nullable Instant newestAt,
            @Nullable Duration least,
            @Nullable Duration most) {}

    /**
     * How it stands after it.
     *
     * @param state how it stands
     * @param failures polls that failed since the last that did not
     * @param rhythm the usual time between two new items, or null
     * @param newestAt when its newest item was published, or null
     * @param nextAt when it is to be polled; null when it is not
     */
    record Decision(
            FeedState state,
            int failures,
            @Nullable Duration rhythm,
            @Nullable Instant newestAt,
            @Nullable Instant nextAt) {}

    Instant now() {
        return clock.instant();
    }

    /**
     * After a poll that was answered with a feed.
     *
     * @param dates when its items were published
     * @param fresh how many of them were new
     */
    Decision afterRead(Standing before, Collection<Instant> dates, int fresh, PollHints hints) {
        Instant now = now();
        Duration measured = Rhythm.of(dates, now);
        Duration rhythm = measured == null ? felt(before, fresh > 0) : measured;
        Instant newest = dates.stream()
                .filter(date -> !date.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(before.newestAt());
        return goesOn(before, rhythm, newest, hints);
    }

    /** After a poll that was answered with "not modified". */
    Decision afterUnchanged(Standing before, PollHints hints) {
        Duration rhythm = before.newestAt() == null ? felt(before, false) : before.rhythm();
        return goesOn(before, rhythm == null ? limits.firstRhythm() : rhythm, before.newestAt(), hints);
    }

    /**
     * After a poll that failed.
     *
     * @param retryAfter when the server wants to be asked again, as its header says it, or null
     */
    Decision afterFailure(Standing before, @Nullable String retryAfter) {
        int failures = before.failures() + 1;
        Duration wait = limits.backoff().drawLate(failures, random);
        Duration asked = shorter(limits.backoff().max(), asked(retryAfter));
        return decision(
                before,
                FeedState.FAILING,
                failures,
                before.rhythm(),
                before.newestAt(),
                now().plus(longer(wait, asked)));
    }

    /** After the feed said that it is gone for good, or turned out to be another. */
    Decision afterEnd(Standing before) {
        return new Decision(FeedState.ENDED, 0, before.rhythm(), before.newestAt(), null);
    }

    /** When a feed is due whose bounds were changed and which was last polled then. */
    Instant moved(Instant polledAt, Instant nextAt, @Nullable Duration least, @Nullable Duration most) {
        Instant earliest = polledAt.plus(least(least));
        Instant latest = polledAt.plus(most(least, most));
        return nextAt.isBefore(earliest) ? earliest : nextAt.isAfter(latest) ? latest : nextAt;
    }

    private Decision goesOn(Standing before, Duration rhythm, @Nullable Instant newest, PollHints hints) {
        Duration least = least(before.least());
        Duration most = most(before.least(), before.most());
        Duration silence =
                newest == null ? Duration.ZERO : Duration.between(newest, now()).dividedBy(SILENCE);
        Duration interval = longer(least, shorter(most, longer(rhythm, silence).dividedBy(2)));
        if (hints.pause() != null) {
            interval = longer(interval, shorter(hints.pause(), longer(least, shorter(limits.maxPause(), most))));
        }
        // Later, not earlier: so that feeds that were subscribed to together do not stay together.
        Duration jitter = Duration.ofMillis(random.nextLong(interval.toMillis() / 10 + 1));
        Instant next = unskipped(now().plus(interval).plus(jitter), hints);
        return decision(before, FeedState.ACTIVE, 0, rhythm, newest, next);
    }

    private static Decision decision(
            Standing before,
            FeedState state,
            int failures,
            @Nullable Duration rhythm,
            @Nullable Instant newest,
            Instant next) {
        boolean paused = before.state() == FeedState.PAUSED;
        return new Decision(paused ? FeedState.PAUSED : state, failures, rhythm, newest, paused ? null : next);
    }

    /** The rhythm of a feed without dates: faster after something new, slower after nothing. */
    private Duration felt(Standing before, boolean somethingNew) {
        Duration last = before.rhythm();
        if (last == null) {
            return limits.firstRhythm();
        }
        Duration felt = somethingNew ? last.dividedBy(2) : last.plus(last.dividedBy(2));
        // Twice the intervals, since a feed is asked twice in its rhythm.
        return longer(
                least(before.least()).multipliedBy(2),
                shorter(felt, most(before.least(), before.most()).multipliedBy(2)));
    }

    private Duration least(@Nullable Duration own) {
        return own == null ? limits.least() : own;
    }

    private Duration most(@Nullable Duration ownLeast, @Nullable Duration own) {
        return longer(least(ownLeast), own == null ? limits.most() : own);
    }

    private Duration asked(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        if (retryAfter.strip().matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
        }
        Instant date = FeedDate.parse(retryAfter);
        return date == null ? Duration.ZERO : longer(Duration.ZERO, Duration.between(now(), date));
    }

    private static Instant unskipped(Instant next, PollHints hints) {
        ZonedDateTime time = next.atZone(ZoneOffset.UTC);
        for (int i = 0; i < HOURS_OF_WEEK && isSkipped(time, hints); i++) {
            time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return time.toInstant();
    }

    private static boolean isSkipped(ZonedDateTime time, PollHints hints) {
        return hints.skipHours().contains(time.getHour()) || hints.skipDays().contains(time.getDayOfWeek());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
