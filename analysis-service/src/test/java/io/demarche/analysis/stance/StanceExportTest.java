package io.demarche.analysis.stance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.engine.Stance;
import io.demarche.platform.id.Uuid7;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stances as NDJSON and CSV. */
@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class StanceExportTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final int MANY = 1_234;
    private static boolean seeded;

    @Inject
    StanceService service;

    @Inject
    Pool pool;

    @Inject
    ObjectMapper json;

    @TestHTTPResource
    URI server;

    @BeforeEach
    void seed() {
        if (seeded) {
            return;
        }
        seeded = true;
        Stance stance = Made.saying("Moscow welcomed the plan.", "x-many");
        Store.store(service, Made.article(Uuid7.next(), "hash", Collections.nCopies(MANY - 1, stance)));
        Store.store(service, Made.article(Uuid7.next(), "hash", List.of(stance)));
        Store.store(
                service,
                Made.article(
                        Uuid7.next(),
                        "hash",
                        List.of(
                                Made.saying("=HYPERLINK(\"https://evil.example\")", "x-csv"),
                                Made.saying("He said \"no\", twice;\nand left.", "x-csv"),
                                Made.saying("Plain words.", "x-csv"))));
    }

    @Test
    void streamsEveryStanceAsThePagesHaveThem() throws IOException {
        List<JsonNode> paged = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, String> next = cursor == null ? Map.of() : Map.of("cursor", cursor);
            JsonNode page = json.readTree(given().queryParams(next)
                    .get("/stances?holder=x-many&limit=500")
                    .asString());
            page.path("items").forEach(paged::add);
            cursor = page.path("next").isNull() ? null : page.path("next").asText();
        } while (cursor != null);

        List<JsonNode> streamed = lines("/stances?holder=x-many");

        assertThat(streamed).hasSize(MANY).isEqualTo(paged);
    }

    @Test
    void aLimitBoundsTheWholeAndACursorBeginsBehind() throws IOException {
        List<JsonNode> all = lines("/stances?holder=x-many");

        assertThat(lines("/stances?holder=x-many&limit=1")).isEqualTo(all.subList(0, 1));
        assertThat(lines("/stances?holder=x-many&limit=500")).isEqualTo(all.subList(0, 500));
        assertThat(lines("/stances?holder=x-many&limit=501")).isEqualTo(all.subList(0, 501));
        String cursor = given().get("/stances?holder=x-many&limit=10").path("next");
        assertThat(lines("/stances?holder=x-many&limit=1000&cursor=" + cursor)).isEqualTo(all.subList(10, 1010));
        assertThat(lines("/stances?holder=x-nobody")).isEmpty();
    }

    @Test
    void writesCsvThatIsReadBackAndHoldsNoFormulas() throws IOException {
        String csv = given().accept("text/csv")
                .get("/stances?holder=x-csv")
                .then()
                .statusCode(200)
                .contentType("text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"stances.csv\"")
                .extract()
                .asString();
        assertThat(csv)
                .startsWith("id,articleId,source,url,title,publishedAt,analysedAt,engineVersion,holderId,holderKind,"
                        + "holderName,holderMemberOf,holderStart,holderEnd,targetId,targetKind,targetName,"
                        + "targetMemberOf,targetStart,targetEnd,polarity,score,confidence,manner,act,attribution,"
                        + "speakerId,speakerKind,speakerName,speakerMemberOf,speakerStart,speakerEnd,quoted,medium,"
                        + "sentence,sentenceStart,sentenceEnd,cueStart,cueEnd,conditionStart,conditionEnd\r\n");
        assertThat(csv.split("\r\n")).hasSize(4);
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            List<Map<String, String>> all = rows.readAll();
            assertThat(all)
                    .extracting(row -> row.get("sentence"))
                    .containsExactlyInAnyOrder(
                            "'=HYPERLINK(\"https://evil.example\")",
                            "He said \"no\", twice;\nand left.",
                            "Plain words.");
            assertThat(all.get(0))
                    .containsEntry("manner", "HEDGED|DEMAND")
                    .containsEntry("url", "https://example.org/a")
                    .containsEntry("holderKind", "actor")
                    .containsEntry("score", "0.5")
                    .containsEntry("act", "")
                    .containsEntry("quoted", "false")
                    .containsEntry("conditionEnd", "");
        }
    }

    @ParameterizedTest
    @CsvSource({"=1+1, '''=1+1'", "+1, '''+1'", "-1, '''-1'", "@A1, '''@A1'", "＝1, '''＝1'", "a=1, a=1", "'', ''"})
    void guardsTextsThatCouldBeFormulas(String text, String written) {
        assertThat(CsvFormat.guarded(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "*/*, application/json",
        "'text/html, */*;q=0.5', application/json",
        "application/x-ndjson, application/x-ndjson",
        "'text/csv, application/json;q=0.9', text/csv"
    })
    void answersAsItIsAsked(String accept, String type) {
        given().accept(accept)
                .get("/stances?holder=x-csv")
                .then()
                .statusCode(200)
                .contentType(startsWith(type));
    }

    @Test
    void whatIsNotOfferedIsAProblem() {
        given().accept("image/png").get("/stances").then().statusCode(406).contentType("application/problem+json");
        given().accept(NDJSON)
                .get("/stances?cursor=nonsense")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("cursor"));
        given().accept("text/csv").head("/stances").then().statusCode(200).contentType(startsWith("text/csv"));
    }

    @Test
    void aStreamThatBreaksDoesNotEndWell() throws IOException {
        AnalysedArticle article = Made.article(
                Uuid7.next(), "hash", Collections.nCopies(700, Made.saying("Moscow welcomed it.", "x-broken")));
        Store.store(service, article);
        // The last stance of the stream is one that cannot be read.
        pool.query("update stance set polarity = 'BENT', at = '2001-01-01Z' where ordinal = 0 and article_id = '"
                        + article.articleId() + "'")
                .executeAndAwait();

        String answer = raw("/stances?holder=x-broken");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("Moscow welcomed it.");
        assertThat(answer).doesNotEndWith("0\r\n\r\n");
        assertThat(raw("/stances?holder=x-csv")).endsWith("0\r\n\r\n");
    }

    @Test
    void theFilterByTextUsesItsIndex() {
        pool.query("analyze stance").executeAndAwait();
        long before = scans();

        assertThat(lines("/stances?text=hyperlinks")).hasSize(1);

        // An idle connection tells of what it did after ten seconds.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scans()).isGreaterThan(before));
    }

    private long scans() {
        return pool.query("select idx_scan from pg_stat_user_indexes where indexrelname = 'stance_text'")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private List<JsonNode> lines(String path) {
        String body = given().accept(NDJSON)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(NDJSON)
                .extract()
                .asString();
        return body.lines().map(this::parse).toList();
    }

    private JsonNode parse(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private String raw(String path) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: " + NDJSON
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
