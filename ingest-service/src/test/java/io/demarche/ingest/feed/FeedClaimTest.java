package io.demarche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.TestClock;
import io.demarche.ingest.storage.Storage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FeedProfile.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class FeedClaimTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration MEMORY = Duration.ofDays(100);

    @Inject
    Pool pool;

    @Inject
    Storage storage;

    @Inject
    TestClock clock;

    @Inject
    FeedRepository feeds;

    @Inject
    FeedScheduler scheduler;

    @Inject
    FeedPoller poller;

    @Inject
    FeedConfig config;

    @Inject
    Vertx vertx;

    private final Site site = new Site();
    private ClaimRepository one;
    private ClaimRepository other;

    @BeforeEach
    void clear() {
        Feeds.clear(pool);
        one = new ClaimRepository(storage);
        other = new ClaimRepository(storage);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    private List<FeedClaim> claim(ClaimRepository replica, int most) {
        Instant now = clock.instant();
        return get(replica.claim("test", most, now, now.plus(LEASE)));
    }

    private UUID feed(String url) {
        Instant now = clock.instant();
        StoredFeed.Wishes wishes = new StoredFeed.Wishes(null, null, null, null);
        StoredFeed stored = get(feeds.insert(
                UUID.randomUUID(),
                url,
                null,
                FeedFormat.RSS,
                new FeedRepository.Change(wishes, FeedState.ACTIVE, 0, now),
                now));
        return stored.id();
    }

    private static PollResult read(FeedItem... items) {
        Feed feed = Feed.of(FeedFormat.RSS, "T", List.of(items));
        return new PollResult(PollOutcome.READ, null, feed, List.of(items), "\"1\"", null, PollHints.NONE, null, null);
    }

    private static FeedItem item(String path) {
        return new FeedItem(path, "http://a.example" + path, path, null, null, null);
    }

    private boolean polled(ClaimRepository replica, FeedClaim claim, PollResult result) {
        Instant next = clock.instant().plus(Duration.ofHours(1));
        return get(replica.polled(
                claim,
                result,
                (feed, how, fresh) -> new PollSchedule.Decision(FeedState.ACTIVE, 0, null, null, next),
                MEMORY,
                clock.instant()));
    }

    private long rows(String condition) {
        return pool.query("select count(*) from " + condition)
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void aFeedHasOneReplicaAtATime() throws Exception {
        for (int i = 0; i < 20; i++) {
            feed("http://a.example/" + i);
        }
        List<ClaimRepository> replicas = List.of(one, other, one, other);
        ExecutorService threads = Executors.newFixedThreadPool(replicas.size());
        try {
            for (int round = 0; round < 30; round++) {
                CyclicBarrier together = new CyclicBarrier(replicas.size());
                List<Future<List<FeedClaim>>> asked = new ArrayList<>();
                for (ClaimRepository replica : replicas) {
                    asked.add(threads.submit(() -> {
                        together.await(60, TimeUnit.SECONDS);
                        return claim(replica, 20);
                    }));
                }
                List<FeedClaim> claims = new ArrayList<>();
                for (Future<List<FeedClaim>> answer : asked) {
                    claims.addAll(answer.get(60, TimeUnit.SECONDS));
                }
                assertThat(claims)
                        .as("each feed once, in round %d", round)
                        .extracting(claim -> claim.feed().id())
                        .hasSize(20)
                        .doesNotHaveDuplicates();
                claims.forEach(claim -> get(one.release(claim, clock.instant())));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void twoReplicasShareWhatIsDue() {
        for (int i = 0; i < 4; i++) {
            feed("http://a.example/" + i);
        }
        List<UUID> first =
                claim(one, 3).stream().map(claim -> claim.feed().id()).toList();
        List<UUID> second =
                claim(other, 3).stream().map(claim -> claim.feed().id()).toList();
        assertThat(first).hasSize(3).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(1);
        assertThat(claim(one, 3)).isEmpty();
    }

    @Test
    void whenALeaseRunsOutAnotherTakesOverAndTheFirstWritesNothing() {
        feed("http://a.example/feed");
        FeedClaim lost = claim(one, 1).get(0);
        clock.advance(LEASE.minusSeconds(1));
        assertThat(claim(other, 1)).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(polled(one, lost, read(item("/late")))).as("run out").isFalse();
        FeedClaim held = claim(other, 1).get(0);
        assertThat(polled(one, lost, read(item("/stolen")))).as("taken over").isFalse();
        get(one.release(lost, clock.instant()));
        assertThat(claim(one, 1)).as("still the other's").isEmpty();
        assertThat(polled(other, held, read(item("/a"), item("/b")))).isTrue();
        assertThat(rows("feed_item")).isEqualTo(2);
        assertThat(get(one.nextItem(lost, clock.instant()))).isNull();
        PendingItem item = get(other.nextItem(held, clock.instant()));
        assertThat(get(one.settle(lost, item, ItemResult.failed(item, null, "late"), clock.instant())))
                .isFalse();
        assertThat(rows("feed_item where state = 'PENDING'")).isEqualTo(2);
    }

    @Test
    void itemsAreKnownByGuidAndByAddress() {
        feed("http://a.example/feed");
        FeedClaim claim = claim(one, 1).get(0);
        FeedItem first = new FeedItem("1", "https://www.a.example/x/?utm_medium=rss", "X", null, null, null);
        FeedItem sameGuid = new FeedItem("1", "https://a.example/y", "Y", null, null, null);
        FeedItem sameAddress = new FeedItem("2", "http://a.example/x", "Z", null, null, null);
        FeedItem bothNew = new FeedItem("3", "http://a.example/z", "Z", null, null, null);
        List<Integer> fresh = new ArrayList<>();
        for (PollResult result : List.of(read(first, sameAddress), read(sameGuid, sameAddress), read(first, bothNew))) {
            assertThat(get(one.polled(
                            claim,
                            result,
                            (feed, how, count) -> {
                                fresh.add(count);
                                return new PollSchedule.Decision(FeedState.ACTIVE, 0, null, null, clock.instant());
                            },
                            MEMORY,
                            clock.instant())))
                    .isTrue();
        }
        assertThat(fresh).containsExactly(1, 0, 1);
    }

    @Test
    void whatTheFeedShowsNoMoreIsForgottenInTheEnd() {
        feed("http://a.example/feed");
        FeedClaim claim = claim(one, 1).get(0);
        polled(one, claim, read(item("/a"), item("/b")));
        pool.query("update feed_item set state = 'STORED', due_at = null").executeAndAwait();
        clock.advance(MEMORY.plusDays(1));
        claim = claim(one, 1).get(0);
        polled(one, claim, read(item("/b")));
        assertThat(rows("feed_item where key = '/a'")).isZero();
        assertThat(rows("feed_item where key = '/b'")).isEqualTo(1);
    }

    @Test
    void nothingIsLostWhenAProcessDiesBetweenFeedAndArticles() {
        site.article("/a");
        feed(site.at("/feed"));
        FeedClaim dying = claim(one, 1).get(0);
        FeedItem item = new FeedItem("1", site.at("/a"), "About /a", null, null, null);
        assertThat(polled(one, dying, read(item))).isTrue();
        assertThat(get(one.nextItem(dying, clock.instant())))
                .as("begun, never ended")
                .isNotNull();
        assertThat(get(scheduler.look())).isZero();
        clock.advance(LEASE.plusSeconds(1));
        assertThat(get(scheduler.look())).isEqualTo(1);
        assertThat(rows("article")).isEqualTo(1);
        assertThat(rows("feed_item where state = 'STORED' and article_id is not null"))
                .isEqualTo(1);
    }

    @Test
    void aStopHandsBackWhatIsNotDoneInTime() {
        CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
        site.on("/feed", asked::complete);
        UUID id = feed(site.at("/feed"));
        FeedScheduler stopped = new FeedScheduler(one, poller, config, clock, vertx);
        CompletableFuture<Integer> work = stopped.look().subscribeAsCompletionStage();
        HttpServerRequest waiting = asked.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(claim(other, 1)).isEmpty();
        stopped.stop(null);
        assertThat(get(stopped.look())).isZero();
        FeedClaim next = claim(other, 1).get(0);
        assertThat(next.feed().id()).isEqualTo(id);

        waiting.response().end("<rss><channel><item><link>http://a.example/1</link></item></channel></rss>");
        work.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(rows("feed_item")).as("what comes too late is not written").isZero();
        Feeds.get(id.toString()).body("lastPoll", equalTo(null));
    }

    @Test
    void aStopEndsAtOnceWhenNothingIsInHand() {
        FeedScheduler idle = new FeedScheduler(one, poller, config, clock, vertx);
        idle.stop(null);
        feed(site.at("/feed"));
        assertThat(get(idle.look())).isZero();
        assertThat(claim(other, 1)).hasSize(1);
    }
}
