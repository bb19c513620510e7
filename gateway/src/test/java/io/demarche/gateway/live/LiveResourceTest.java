package io.demarche.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.demarche.gateway.testing.EventReader;
import io.demarche.gateway.testing.LiveAnalysis;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Event streams: what is stored is told once to each who wants it, whatever is slow, away or comes back. */
@QuarkusTest
@Timeout(120)
@WithTestResource(LiveAnalysis.class)
class LiveResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource
    URI server;

    @Inject
    LiveFeed feed;

    LiveAnalysis analysis;

    private final List<EventReader> readers = new ArrayList<>();

    @BeforeEach
    void forget() {
        analysis.forget();
    }

    @AfterEach
    void leave() throws IOException {
        for (EventReader reader : readers) {
            reader.close();
        }
        await().atMost(PATIENCE).until(() -> feed.clients().isEmpty());
    }

    private EventReader connect(String query, String lastEventId) throws IOException {
        EventReader reader = new EventReader(server, query, lastEventId);
        readers.add(reader);
        return reader;
    }

    @Test
    void tellsStancesAsTheyCome() throws IOException {
        analysis.add("kremlin", "russia", "Before.");
        EventReader reader = connect("", null);
        assertThat(reader.head())
                .contains("content-type: text/event-stream", "cache-control: no-store", "x-accel-buffering: no")
                .noneMatch(line -> line.contains("gzip"));

        String position = analysis.add("kremlin", "russia", "🌾 After.");

        EventReader.Event event = reader.next();
        assertThat(event.name()).isEqualTo("stance");
        assertThat(event.id()).isEqualTo(position);
        JsonObject expected = new JsonObject(Samples.storedStance());
        expected.getJsonObject("evidence").getJsonObject("sentence").put("text", "🌾 After.");
        assertThat(new JsonObject(event.data())).isEqualTo(expected);
        String removal = analysis.remove();
        assertThat(reader.next())
                .isEqualTo(new EventReader.Event("removal", removal, "{\"articleId\":\"" + Samples.ID + "\"}"));
        assertThat(reader.heartbeat()).isTrue();
    }

    @Test
    void everyClientHasItsFilterAndAllShareOneReader() throws IOException {
        EventReader all = connect("", null);
        EventReader russia = connect("?holder=russia&polarity=SUPPORT&polarity=MIXED", null);
        EventReader sure = connect("?minConfidence=0.9", null);
        EventReader kyiv = connect("?holder=kyiv&manner=CONDITIONAL&attribution=AUTHOR", null);
        analysis.add("kremlin", "russia", "One.");
        analysis.add("kyiv", "ukraine", "Two.");
        analysis.remove();

        assertThat(sentences(all, 3)).containsExactly("One.", "Two.", "removal");
        assertThat(sentences(russia, 2)).containsExactly("One.", "removal");
        assertThat(sentences(sure, 1)).containsExactly("removal");
        assertThat(sentences(kyiv, 2)).containsExactly("Two.", "removal");
        assertThat(analysis.told()).isEqualTo(3);
    }

    @Test
    void whoHangsUpWhileTheReaderBeginsDisturbsNobody() throws Exception {
        analysis.hold();
        Socket impatient = ask(null);
        await().atMost(PATIENCE).until(() -> analysis.asked().size() == 1);
        CompletableFuture<EventReader> patient = connectLater();
        await().atMost(PATIENCE).until(() -> feed.clients().size() == 2);
        impatient.close();
        await().atMost(PATIENCE).until(() -> feed.clients().size() == 1);
        analysis.release();
        assertThat(patient.get(60, TimeUnit.SECONDS).head().get(0)).contains(" 200 ");
        assertThat(connect("", null).head().get(0)).contains(" 200 ");
    }

    @Test
    void whoHangsUpBeforeItsTurnToCatchUpDisturbsNobody() throws Exception {
        connect("", null);
        String old = analysis.add("kremlin", "russia", "Long ago.");
        IntStream.range(0, 60).forEach(i -> analysis.add("kremlin", "russia", "Later."));
        await().atMost(PATIENCE).until(() -> analysis.told() == 61);
        analysis.hold();
        Socket hasTheTurn = ask(old);
        await().atMost(PATIENCE)
                .until(() -> analysis.asked().stream().anyMatch(query -> old.equals(query.get("after"))));
        Socket waits = ask(old);
        await().atMost(PATIENCE).until(() -> feed.clients().size() == 3);
        waits.close();
        await().atMost(PATIENCE).until(() -> feed.clients().size() == 2);
        hasTheTurn.close();
        await().atMost(PATIENCE).until(() -> feed.clients().size() == 1);
        analysis.release();
        assertThat(sentences(connect("", old), 1)).containsExactly("Later.");
    }

    /** Asks, and does not wait for the answer. */
    private Socket ask(String lastEventId) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.getOutputStream()
                .write(("GET /api/v1/stances/stream HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                                + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private CompletableFuture<EventReader> connectLater() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return connect("", null);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    @Test
    void resumesOutOfTheRing() throws IOException {
        EventReader keeps = connect("", null);
        List<String> ids = IntStream.range(0, 10)
                .mapToObj(i -> analysis.add("a", "b", "Number " + i))
                .toList();
        assertThat(sentences(keeps, 10)).hasSize(10);
        analysis.asked().clear();

        for (int i = 0; i < 9; i++) {
            assertThat(connect("", ids.get(i)).next().id()).isEqualTo(ids.get(i + 1));
            readers.get(readers.size() - 1).close();
            await().atMost(PATIENCE).until(() -> feed.clients().size() == 1);
        }
        assertThat(analysis.asked()).allMatch(query -> query.get("after").equals(ids.get(9)));
    }

    @Test
    void resumesFromBeforeTheRingWithoutGapOrRepetition() throws IOException {
        String start;
        try (EventReader early = new EventReader(server, "?holder=a", null)) {
            start = early.id();
        }
        await().atMost(PATIENCE).until(() -> feed.clients().isEmpty());
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 95; i++) {
            String id = analysis.add(i % 2 == 0 ? "a" : "c", "b", "Number " + i);
            if (i % 2 == 0) {
                expected.add(id);
            }
        }
        EventReader late = connect("?holder=a", start);
        for (int i = 0; i < 10; i++) {
            expected.add(analysis.add("a", "b", "Later " + i));
        }
        List<String> told = new ArrayList<>();
        while (told.size() < expected.size()) {
            told.add(late.next().id());
        }
        assertThat(told).isEqualTo(expected);
        assertThat(analysis.asked()).anyMatch(query -> "a".equals(query.get("holder")));

        // By the query parameter as by the header.
        assertThat(connect("?holder=a&lastEventId=" + start, null).next().id()).isEqualTo(expected.get(0));
    }

    @Test
    void anAbsentServiceCostsNothingButTime() throws IOException {
        EventReader reader = connect("", null);
        analysis.away(true);
        String first = analysis.add("a", "b", "While it was away.");
        for (int i = 0; i < 5; i++) {
            assertThat(reader.heartbeat()).isTrue();
        }
        // Who comes now waits with the others.
        EventReader other = connect("", null);
        analysis.away(false);
        assertThat(reader.next().id()).isEqualTo(first);
        assertThat(other.next().id()).isEqualTo(first);
    }

    @Test
    void whoComesWhileNobodyIsThereIsTold() {
        analysis.away(true);
        given().accept("text/event-stream")
                .get("/api/v1/stances/stream")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
    }

    @Test
    void aSlowReaderIsDroppedAndResumes() throws IOException {
        EventReader slow = connect("", null);
        EventReader quick = connect("", null);
        String sentence = "x".repeat(60_000);
        List<String> ids = new ArrayList<>();
        List<String> quickly = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ids.add(analysis.add("a", "b", sentence));
            quickly.add(quick.next().id());
        }
        assertThat(quickly).isEqualTo(ids);
        await().atMost(PATIENCE).until(() -> feed.clients().size() == 1);

        List<String> told = new ArrayList<>();
        try {
            for (EventReader.Event event = slow.next(); event != null; event = slow.next()) {
                told.add(event.id());
            }
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        assertThat(told).hasSizeLessThan(ids.size()).isEqualTo(ids.subList(0, told.size()));
        EventReader again = connect("", told.isEmpty() ? slow.id() : told.get(told.size() - 1));
        while (told.size() < ids.size()) {
            told.add(again.next().id());
        }
        assertThat(told).isEqualTo(ids);
    }

    @Test
    void anIdMovesOnThoughNothingFits() throws IOException {
        EventReader reader = connect("?holder=nobody", null);
        String last = analysis.add("a", "b", "Not for nobody.");
        await().atMost(PATIENCE).until(() -> reader.heartbeat() && reader.id().equals(last));
    }

    @Test
    void whenPositionsAreVoidEverybodyBeginsAnew() throws IOException {
        EventReader reader = connect("", null);
        analysis.refuseBefore("f".repeat(72));
        assertThat(reader.next()).isNull();
        assertThat(Integer.parseInt(reader.retry())).isBetween(50, 100);
    }

    @Test
    void noMoreThanTheMost() throws IOException {
        for (int i = 0; i < 6; i++) {
            assertThat(connect("", null).head().get(0)).contains("200");
        }
        given().accept("text/event-stream")
                .get("/api/v1/stances/stream")
                .then()
                .statusCode(503)
                .header("Retry-After", "10")
                .contentType("application/problem+json");
        readers.get(0).close();
        await().atMost(PATIENCE).until(() -> feed.clients().size() == 5);
        assertThat(connect("", null).head().get(0)).contains("200");
    }

    @Test
    void nothingIsReadForNobody() throws IOException {
        connect("", null).close();
        await().atMost(PATIENCE).until(() -> feed.clients().isEmpty());
        await().atMost(PATIENCE).during(Duration.ofMillis(300)).until(() -> {
            int before = analysis.asked().size();
            analysis.asked().clear();
            return before == 0;
        });
        connect("", null);
        await().atMost(PATIENCE).until(() -> analysis.asked().size() > 3);
    }

    @ParameterizedTest
    @CsvSource({
        "lastEventId=nonsense, lastEventId",
        "colour=red, colour",
        "text=peace, text",
        "polarity=GOOD, polarity",
        "minConfidence=2, minConfidence",
        "from=yesterday, from",
        "articleId=7, articleId"
    })
    void refusesWrongParameters(String query, String field) {
        given().accept("text/event-stream")
                .get("/api/v1/stances/stream?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void refusesIdsThatCannotBeResumedFrom() {
        given().accept("text/event-stream")
                .header("Last-Event-ID", "nonsense")
                .get("/api/v1/stances/stream")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Last-Event-ID"));
        analysis.refuseBefore(LiveAnalysis.position(1_000_000));
        given().accept("text/event-stream")
                .header("Last-Event-ID", "0".repeat(72))
                .get("/api/v1/stances/stream")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Last-Event-ID"))
                .body("errors[0].reason", containsString("too old"));
        given().accept("application/json").get("/api/v1/stances/stream").then().statusCode(406);
    }

    private static List<String> sentences(EventReader reader, int events) throws IOException {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            EventReader.Event event = reader.next();
            sentences.add(
                    event.name().equals("removal")
                            ? "removal"
                            : new JsonObject(event.data())
                                    .getJsonObject("evidence")
                                    .getJsonObject("sentence")
                                    .getString("text"));
        }
        return sentences;
    }
}
