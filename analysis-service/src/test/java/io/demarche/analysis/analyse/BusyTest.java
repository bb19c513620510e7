package io.demarche.analysis.analyse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.demarche.analysis.stance.Made;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.engine.Analysis;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One thread, a line of one: who comes third is told to come back. */
@QuarkusTest
@TestProfile(BusyTest.Narrow.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class BusyTest {

    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("demarche.analysis.threads", "1", "demarche.analysis.queue", "1");
        }
    }

    @Test
    void aFullLineIsA503ThatSaysWhenToComeBack() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        QuarkusMock.installMockForType(
                new FakeEngine(Made.ENGINE, request -> {
                    begun.incrementAndGet();
                    awaitQuietly(go);
                    return new Analysis(Made.ENGINE, request.text(), List.of(), List.of());
                }),
                EngineService.class);

        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(BusyTest::post);
        await().untilAtomic(begun, is(1));
        // Of the next two one waits in line; whichever comes second is turned away.
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(BusyTest::post);
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(BusyTest::post);
        assertThat(CompletableFuture.anyOf(one, other).join()).isEqualTo(503);

        given().contentType("application/json")
                .body(Map.of("text", "Any."))
                .post("/analyses")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .contentType("application/problem+json");

        go.countDown();
        assertThat(running.join()).isEqualTo(200);
        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(200, 503);
        assertThat(post()).isEqualTo(200);
    }

    private static int post() {
        return given().contentType("application/json")
                .body(Map.of("text", "Any."))
                .post("/analyses")
                .statusCode();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
