package io.demarche.ingest.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class IdempotencyTest {

    @Inject
    Pool pool;

    @Inject
    IdempotencyService service;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void clear() {
        Api.clear(pool);
    }

    private static Response send(String key, String caller, String text) throws Exception {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .header("Demarche-Caller", caller)
                .body(new ObjectMapper().writeValueAsString(Map.of("text", text)))
                .post("/articles");
    }

    @Test
    void theSameAgainIsAnsweredTheSame() throws Exception {
        String text = Api.text("Ruritania");
        Response first = send(key, "one", text);
        first.then().statusCode(202).header("Idempotent-Replayed", nullValue());

        Response again = send(key, "one", text);

        // Not 200, as a duplicate would be: it is the first answer.
        again.then().statusCode(202).header("Idempotent-Replayed", "true").header("Location", first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() throws Exception {
        send(key, "one", Api.text("Ruritania")).then().statusCode(202);
        send(key, "one", Api.text("Freedonia"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("Idempotency-Key"));
        // Another caller may choose the same one.
        send(key, "two", Api.text("Freedonia")).then().statusCode(202).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void whatWasRefusedMayBeSentAgain() throws Exception {
        send(key, "one", " ").then().statusCode(400);
        send(key, "one", Api.text("Sylvania")).then().statusCode(202);
    }

    @Test
    void whatIsUnderWayIsNotDoneTwice() throws Exception {
        String text = Api.text("Ruritania");
        send(key, "one", text).then().statusCode(202);
        String underWay = UUID.randomUUID().toString();
        pool.preparedQuery("insert into idempotency (caller, key, fingerprint, token, until) select caller, $1,"
                        + " fingerprint, token, now() + interval '1 minute' from idempotency where key = $2")
                .executeAndAwait(Tuple.of(underWay, key));

        send(underWay, "one", text).then().statusCode(409).header("Retry-After", "1");

        // Whoever was at it died: his time is over.
        pool.preparedQuery("update idempotency set until = now() - interval '1 second' where key = $1")
                .executeAndAwait(Tuple.of(underWay));
        send(underWay, "one", text).then().statusCode(200).body("duplicate", equalTo(true));
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        String text = Api.text("Ruritania");
        ExecutorService senders = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Response>> calls = IntStream.range(0, 64)
                    .<Callable<Response>>mapToObj(i -> () -> send(key, "one", text))
                    .toList();
            int done = 0;
            for (Future<Response> call : senders.invokeAll(calls)) {
                Response response = call.get();
                assertThat(response.statusCode()).isIn(202, 409);
                if (response.statusCode() == 202 && response.header("Idempotent-Replayed") == null) {
                    done++;
                }
            }
            assertThat(done).isEqualTo(1);
        } finally {
            senders.shutdownNow();
        }
        send(key, "one", text).then().statusCode(202).header("Idempotent-Replayed", "true");
    }

    @Test
    void oldKeysAreForgotten() throws Exception {
        String text = Api.text("Ruritania");
        send(key, "one", text).then().statusCode(202);
        pool.preparedQuery("update idempotency set until = now() - interval '1 second' where key = $1")
                .executeAndAwait(Tuple.of(key));
        service.forgetOld().await().indefinitely();
        assertThat(pool.preparedQuery("select 1 from idempotency where key = $1")
                        .executeAndAwait(Tuple.of(key))
                        .size())
                .isZero();
        send(key, "one", text).then().statusCode(200);
    }

    @Test
    void aKeyIsPrintable() throws Exception {
        send("é", "one", "a").then().statusCode(400).body("errors[0].field", equalTo("Idempotency-Key"));
        send("a".repeat(256), "one", "a").then().statusCode(400);
    }
}
