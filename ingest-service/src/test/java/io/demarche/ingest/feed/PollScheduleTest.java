package io.demarche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.ingest.work.Backoff;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2025-01-01T12:00:00Z");

    private static final PollSchedule.Limits LIMITS = new PollSchedule.Limits(
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            Duration.ofHours(1),
            Duration.ofHours(1),
            new Backoff(Duration.ofMinutes(5), Duration.ofHours(24)));
    private static final PollSchedule.Standing NEW =
            new PollSchedule.Standing(FeedState.ACTIVE, 0, null, null, null, null);

    private final PollSchedule schedule = new PollSchedule(LIMITS, Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));

    private static List<Instant> every(Duration gap, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NOW.minus(gap.multipliedBy(i)))
                .toList();
    }

    private static PollSchedule.Standing standing(@Nullable Duration rhythm, @Nullable Instant newest) {
        return new PollSchedule.Standing(FeedState.ACTIVE, 0, rhythm, newest, null, null);
    }

    private static void within(PollSchedule.Decision decision, Duration interval) {
        assertThat(decision.nextAt())
                .isBetween(NOW.plus(interval), NOW.plus(interval).plus(interval.dividedBy(10)));
    }

    @Test
    void aFeedIsAskedTwiceInItsRhythm() {
        PollSchedule.Decision decision = schedule.afterRead(NEW, every(Duration.ofMinutes(40), 20), 20, PollHints.NONE);
        assertThat(decision.rhythm()).isEqualTo(Duration.ofMinutes(40));
        assertThat(decision.newestAt()).isEqualTo(NOW);
        assertThat(decision.state()).isEqualTo(FeedState.ACTIVE);
        within(decision, Duration.ofMinutes(20));
    }

    @Test
    void neverMoreOftenThanTheLeastNorLessOftenThanTheMost() {
        within(schedule.afterRead(NEW, every(Duration.ofSeconds(10), 20), 1, PollHints.NONE), LIMITS.least());
        within(schedule.afterRead(NEW, every(Duration.ofDays(30), 20), 1, PollHints.NONE), LIMITS.most());
    }

    @Test
    void theSubscribersBoundsWin() {
        PollSchedule.Standing own = new PollSchedule.Standing(
                FeedState.ACTIVE, 0, null, null, Duration.ofMinutes(1), Duration.ofMinutes(10));
        within(schedule.afterRead(own, every(Duration.ofSeconds(10), 20), 1, PollHints.NONE), Duration.ofMinutes(1));
        within(schedule.afterRead(own, every(Duration.ofDays(30), 20), 1, PollHints.NONE), Duration.ofMinutes(10));
    }

    @Test
    void aPauseOverNightIsNotTheRhythm() {
        List<Instant> dates = Stream.concat(
                        every(Duration.ofMinutes(30), 10).stream(),
                        every(Duration.ofMinutes(30), 10).stream().map(date -> date.minus(Duration.ofHours(14))))
                .toList();
        assertThat(Rhythm.of(dates, NOW)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void datesOfTheFutureAreNotBelieved() {
        List<Instant> dates = Stream.concat(
                        every(Duration.ofHours(2), 5).stream(), Stream.of(NOW.plus(Duration.ofDays(400))))
                .toList();
        PollSchedule.Decision decision = schedule.afterRead(NEW, dates, 1, PollHints.NONE);
        assertThat(decision.newestAt()).isEqualTo(NOW);
        assertThat(decision.rhythm()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aFeedThatFallsSilentIsAskedLessAndLess() {
        Duration rhythm = Duration.ofMinutes(40);
        within(schedule.afterUnchanged(standing(rhythm, NOW.minus(rhythm)), PollHints.NONE), rhythm.dividedBy(2));
        within(
                schedule.afterUnchanged(standing(rhythm, NOW.minus(Duration.ofHours(16))), PollHints.NONE),
                Duration.ofHours(2));
        within(
                schedule.afterUnchanged(standing(rhythm, NOW.minus(Duration.ofDays(365))), PollHints.NONE),
                LIMITS.most());
    }

    @Test
    void withoutDatesTheRhythmIsFelt() {
        Duration first = schedule.afterRead(NEW, List.of(), 5, PollHints.NONE).rhythm();
        assertThat(first).isEqualTo(LIMITS.firstRhythm());
        assertThat(schedule.afterRead(standing(first, null), List.of(), 1, PollHints.NONE)
                        .rhythm())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(schedule.afterRead(standing(first, null), List.of(), 0, PollHints.NONE)
                        .rhythm())
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(schedule.afterUnchanged(standing(first, null), PollHints.NONE)
                        .rhythm())
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void wishesCountWithinReason() {
        List<Instant> dates = every(Duration.ofMinutes(10), 20);
        PollHints ttl = new PollHints(Duration.ofMinutes(30), Set.of(), Set.of());
        within(schedule.afterRead(NEW, dates, 1, ttl), Duration.ofMinutes(30));
        within(schedule.afterRead(NEW, dates, 1, PollHints.NONE.and("public, max-age=900")), Duration.ofMinutes(15));
        within(schedule.afterRead(NEW, dates, 1, ttl.and("max-age=60")), Duration.ofMinutes(30));
        PollHints endless = PollHints.NONE.and("max-age=31536000");
        within(schedule.afterRead(NEW, dates, 1, endless), LIMITS.maxPause());
        within(schedule.afterUnchanged(standing(Duration.ofHours(10), NOW), ttl), Duration.ofHours(5));
    }

    @Test
    void skippedHoursAndDaysAreSkipped() {
        PollHints hints = new PollHints(null, Set.of(12, 13, 0), Set.of(DayOfWeek.WEDNESDAY));
        PollSchedule.Decision decision = schedule.afterRead(NEW, every(Duration.ofMinutes(20), 9), 1, hints);
        assertThat(decision.nextAt()).isEqualTo(Instant.parse("2025-01-02T01:00:00Z"));
    }

    @Test
    void failuresBackOffAndASuccessForgivesThem() {
        PollSchedule.Decision third = schedule.afterFailure(
                new PollSchedule.Standing(FeedState.FAILING, 2, Duration.ofHours(1), NOW, null, null), null);
        assertThat(third.state()).isEqualTo(FeedState.FAILING);
        assertThat(third.failures()).isEqualTo(3);
        assertThat(third.nextAt()).isBetween(NOW.plus(Duration.ofMinutes(10)), NOW.plus(Duration.ofMinutes(20)));
        PollSchedule.Standing failing =
                new PollSchedule.Standing(FeedState.FAILING, 9, Duration.ofHours(1), NOW, null, null);
        PollSchedule.Decision forgiven = schedule.afterUnchanged(failing, PollHints.NONE);
        assertThat(forgiven.failures()).isZero();
        assertThat(forgiven.state()).isEqualTo(FeedState.ACTIVE);
    }

    @Test
    void retryAfterIsHonoured() {
        assertThat(schedule.afterFailure(NEW, "7200").nextAt()).isEqualTo(NOW.plusSeconds(7_200));
        assertThat(schedule.afterFailure(NEW, "Wed, 01 Jan 2025 15:00:00 GMT").nextAt())
                .isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(schedule.afterFailure(NEW, "999999999").nextAt())
                .isEqualTo(NOW.plus(LIMITS.backoff().max()));
        assertThat(schedule.afterFailure(NEW, "soon").nextAt()).isBefore(NOW.plus(Duration.ofMinutes(6)));
        assertThat(schedule.afterFailure(NEW, "Wed, 01 Jan 2020 15:00:00 GMT").nextAt())
                .isBefore(NOW.plus(Duration.ofMinutes(6)));
    }

    @Test
    void whatIsPausedStaysPaused() {
        PollSchedule.Standing paused = new PollSchedule.Standing(FeedState.PAUSED, 0, null, null, null, null);
        for (PollSchedule.Decision decision : List.of(
                schedule.afterRead(paused, List.of(), 1, PollHints.NONE),
                schedule.afterUnchanged(paused, PollHints.NONE),
                schedule.afterFailure(paused, null))) {
            assertThat(decision.state()).isEqualTo(FeedState.PAUSED);
            assertThat(decision.nextAt()).isNull();
        }
    }

    @Test
    void theEndIsTheEnd() {
        PollSchedule.Decision decision = schedule.afterEnd(NEW);
        assertThat(decision.state()).isEqualTo(FeedState.ENDED);
        assertThat(decision.nextAt()).isNull();
    }

    @Test
    void newBoundsMoveTheNextPoll() {
        Instant next = NOW.plus(Duration.ofHours(2));
        assertThat(schedule.moved(NOW, next, null, null)).isEqualTo(next);
        assertThat(schedule.moved(NOW, next, null, Duration.ofHours(1))).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(schedule.moved(NOW, next, Duration.ofHours(3), null)).isEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    @Property(tries = 1_000)
    void waitsStayWithinTheirBounds(
            @ForAll @IntRange(min = 0, max = 1_000) int failures,
            @ForAll @IntRange(min = 0, max = 10_000_000) int gap,
            @ForAll @IntRange(min = 0, max = 40) int count,
            @ForAll @IntRange(min = 0, max = 100_000_000) int age) {
        PollSchedule.Standing before =
                new PollSchedule.Standing(FeedState.FAILING, failures, null, NOW.minusSeconds(age), null, null);
        assertThat(schedule.afterFailure(before, null).nextAt())
                .isBetween(
                        NOW.plus(LIMITS.backoff().base().dividedBy(2)),
                        NOW.plus(LIMITS.backoff().max()));
        List<Instant> dates = every(Duration.ofSeconds(gap), count);
        for (PollSchedule.Decision decision : List.of(
                schedule.afterRead(before, dates, count, PollHints.NONE.and("max-age=" + gap)),
                schedule.afterUnchanged(before, PollHints.NONE))) {
            assertThat(decision.nextAt())
                    .isBetween(
                            NOW.plus(LIMITS.least()),
                            NOW.plus(LIMITS.most()).plus(LIMITS.most().dividedBy(10)));
        }
    }

    @Test
    void itemsAreTriedABoundedNumberOfTimes() {
        ItemRules rules = new ItemRules(3, Duration.ofMinutes(10), Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
        assertThat(rules.again(1)).isBetween(NOW.plusSeconds(300), NOW.plusSeconds(600));
        assertThat(rules.again(2)).isBetween(NOW.plusSeconds(600), NOW.plusSeconds(1_200));
        assertThat(rules.again(3)).isNull();
    }
}
