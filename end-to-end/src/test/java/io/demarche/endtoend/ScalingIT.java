package io.demarche.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any number of analysis processes share one backlog: each article is analysed once, whoever joins takes a share, and who
 * is asked to stop loses nothing.
 *
 * <p>Leases last longer than the test waits for anything: one that is not handed back makes it fail. In an order, so that the processes of one test
 * are there for the next.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScalingIT {

    private static final Duration WORK = Duration.ofMinutes(2);

    /** Each look asks every process, on the processors that are to do the work. */
    private static final Duration LOOK = Duration.ofMillis(400);

    /** What Kubernetes gives a pod to end: {@code terminationGracePeriodSeconds}. */
    private static final int GRACE_SECONDS = 60;

    /** More than all workers together have in hand. */
    private static final int PORTION = 50;

    private static final int BURST = 600;
    private static final int SHARE = 10;
    private static final int WORKERS = 4;

    private static final List<String> WORKER_OPTIONS = List.of(
            "-Ddemarche.engine.model=none",
            "-Ddemarche.analysis.threads=1",
            "-Ddemarche.worker.in-hand=10",
            "-Ddemarche.worker.lease=600s",
            // As behind a load balancer, where requests still come for a while.
            "-Dquarkus.shutdown.delay=2S");

    @TempDir
    private static Path data;

    private static Suite suite;
    private static Client ingest;
    private static final List<Suite.Worker> workers = new ArrayList<>();
    private static final MadeArticles articles = new MadeArticles();

    private Tally before;

    /**
     * What was counted so far.
     *
     * @param sent articles
     * @param leased leases
     * @param completed leases
     * @param handedBack leases
     * @param lost leases
     */
    private record Tally(int sent, long leased, long completed, long handedBack, long lost) {

        static Tally now() {
            Counters counters = Counters.of(suite.ingestUrl());
            ToLongFunction<String> leases =
                    event -> counters.sum("demarche_work_leases_total", "event=\"" + event + "\"");
            return new Tally(
                    articles.made(),
                    leases.applyAsLong("leased"),
                    leases.applyAsLong("completed"),
                    leases.applyAsLong("handed_back"),
                    leases.applyAsLong("lost"));
        }

        Tally since(Tally earlier) {
            return new Tally(
                    sent - earlier.sent,
                    leased - earlier.leased,
                    completed - earlier.completed,
                    handedBack - earlier.handedBack,
                    lost - earlier.lost);
        }
    }

    @BeforeAll
    static void start() {
        suite = Suite.withoutSecret(data);
        suite.startIngest(Suite.SMALL);
        suite.awaitIngest();
        ingest = Client.ofService(suite.ingestUrl());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void count() {
        before = Tally.now();
    }

    @Test
    @Order(1)
    void whoeverJoinsTakesAShareAndNothingIsDoneTwice() {
        for (int number : new int[] {1, 2, WORKERS}) {
            startWorkers(number);
            Progress progress = new Progress(workers, SHARE);
            whileThereIsABacklog("a share for each of " + number, progress::made);
        }
        awaitTheEndOfTheWork();

        Tally done = Tally.now().since(before);
        assertThat(done).isEqualTo(new Tally(done.sent(), done.sent(), done.sent(), 0, 0));
        assertEachWasLeasedAndStoredOnce();
    }

    @Test
    @Order(2)
    void whoHasNothingToDoAsksSeldom() {
        startWorkers(WORKERS);
        awaitReady(workers);
        Progress progress = new Progress(workers, 1);
        whileThereIsABacklog("work in all hands", progress::made);
        awaitTheEndOfTheWork();

        long asked = leaseRequests();
        Instant began = Instant.now();
        Awaitility.await("seven polls of each, on average")
                .atMost(WORK)
                .until(() -> leaseRequests() - asked >= 7 * WORKERS);

        // With a pause of 5 s at the longest, each cut to a half at the most, the first six that follow work last
        // 0.1 + 0.2 + 0.4 + 0.8 + 1.6 + 2.5 s together; somebody has made all six.
        assertThat(Duration.between(began, Instant.now())).isGreaterThan(Duration.ofMillis(5_600));
    }

    @Test
    @Order(3)
    void whoIsStoppedHandsBackWhatItHasNotBegun() throws InterruptedException {
        startWorkers(WORKERS);
        awaitReady(workers);
        Progress progress = new Progress(workers, 1);
        send(BURST);
        Awaitility.await("work in all hands").atMost(WORK).until(progress::made);
        List<Suite.Worker> leaving = List.of(workers.remove(0), workers.remove(0));
        leaving.forEach(worker -> worker.process().destroy());
        for (Suite.Worker worker : leaving) {
            assertThat(worker.process().waitFor(GRACE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            // As who was asked to end; 137 were one that had to be killed, 1 an error.
            assertThat(worker.process().exitValue()).isEqualTo(128 + 15);
        }
        awaitTheEndOfTheWork();

        Tally done = Tally.now().since(before);
        assertThat(done.handedBack()).as("handed back").isPositive();
        assertThat(done).isEqualTo(new Tally(BURST, BURST + done.handedBack(), BURST, done.handedBack(), 0));
        assertEachWasLeasedAndStoredOnce();
    }

    /** Whether each of some workers has analysed so many more since this was made. */
    private static final class Progress {

        private final Map<Suite.Worker, Long> goals = new LinkedHashMap<>();

        Progress(List<Suite.Worker> workers, int more) {
            workers.forEach(worker -> goals.put(worker, analysed(worker) + more));
        }

        boolean made() {
            goals.entrySet().removeIf(goal -> analysed(goal.getKey()) >= goal.getValue());
            return goals.isEmpty();
        }
    }

    private static void startWorkers(int number) {
        while (workers.size() < number) {
            workers.add(suite.startWorker(
                    Stream.concat(Suite.SMALL.stream(), WORKER_OPTIONS.stream()).toList()));
        }
    }

    private static void awaitReady(List<Suite.Worker> workers) {
        Awaitility.await("workers that are ready").atMost(WORK).until(() -> workers.stream()
                .allMatch(worker -> suite.isReady(worker.url())));
    }

    /** Sends more whenever little waits, until it is as it should be: so on any machine there is work meanwhile. */
    private static void whileThereIsABacklog(String what, Callable<Boolean> asItShouldBe) {
        Awaitility.await(what)
                .atMost(WORK)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> {
                    if (backlog("pending") < PORTION) {
                        send(PORTION);
                    }
                    return asItShouldBe.call();
                });
    }

    private static void send(int number) {
        assertThat(ingest.stream("/articles/batch", articles.lines(number)))
                .allMatch(line -> line.path("duplicate").isBoolean()
                        && !line.path("duplicate").asBoolean());
    }

    private static void awaitTheEndOfTheWork() {
        Awaitility.await("the end of the work").atMost(WORK).until(() -> backlog("analysed") == articles.made());
    }

    private static long backlog(String state) {
        return ingest.get("/backlog").body().path(state).asLong();
    }

    private static long analysed(Suite.Worker worker) {
        try {
            return Counters.of(worker.url()).sum("demarche_worker_articles_total", "result=\"analysed\"");
        } catch (UncheckedIOException notYet) {
            return 0;
        }
    }

    private static long leaseRequests() {
        return Counters.of(suite.ingestUrl()).sum("http_server_requests_seconds_count", "uri=\"/leases\"");
    }

    private static void assertEachWasLeasedAndStoredOnce() {
        int listed = 0;
        for (JsonNode article : pages(ingest, "/articles")) {
            assertThat(article.path("attempts").asInt()).as("%s", article).isEqualTo(1);
            listed++;
        }
        assertThat(listed).isEqualTo(articles.made());
        Client analysis = Client.ofService(workers.get(0).url());
        JsonNode stored = analysis.get("/status").body();
        assertThat(stored.path("articles").asInt()).isEqualTo(articles.made());
        assertThat(pages(analysis, "/stances"))
                .as("stances that the articles' rows tell of")
                .hasSize(stored.path("stances").asInt());
    }

    private static List<JsonNode> pages(Client client, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get(path + "?limit=500" + cursor).body();
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return items;
    }
}
