package io.demarche.analysis.worker;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.demarche.analysis.analyse.AnalyseService;
import io.demarche.analysis.analyse.EngineService;
import io.demarche.analysis.analyse.FakeEngine;
import io.demarche.analysis.stance.Made;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.engine.Analysis;
import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.Polarity;
import io.demarche.platform.id.Uuid7;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker as it runs, against an ingest that answers as agreed, and as not agreed. */
@QuarkusTest
@TestProfile(WorkerServiceTest.Working.class)
@WithTestResource(EmbeddedDatabaseResource.class)
@WithTestResource(IngestServer.class)
class WorkerServiceTest {

    private static final String BROKEN_TEXT = "The engine breaks here.";

    public static final class Working implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "demarche.worker.enabled", "true",
                    "demarche.worker.name", "tester",
                    "demarche.worker.lease", "60s",
                    "demarche.worker.idle-min", "10ms",
                    "demarche.worker.idle-max", "50ms",
                    "demarche.worker.away-max", "50ms");
        }
    }

    @Inject
    StoringArticleWork work;

    @Inject
    WorkerService worker;

    @Inject
    AnalyseService analyses;

    @Inject
    IngestWorkSource source;

    @Inject
    WorkerConfig config;

    private final WireMockServer ingest = IngestServer.server();
    private final UUID articleId = Uuid7.next();
    private final UUID token = UUID.randomUUID();

    @BeforeEach
    void answerWithNothing() {
        QuarkusMock.installMockForType(new FakeEngine(Made.ENGINE, WorkerServiceTest::analyse), EngineService.class);
        ingest.resetAll();
        ingest.stubFor(post("/leases").willReturn(okJson("{\"leases\":[]}")));
    }

    @Test
    void leasesAnalysesStoresAndCompletes() {
        long before = worker.status().analysed();
        leaseOnce(lease(articleId, token, "Moscow 𝔂 spoke."));
        answer("complete", "OK");

        awaitTold("complete");

        ingest.verify(postRequestedFor(urlEqualTo("/leases"))
                .withRequestBody(matchingJsonPath("$.worker", equalTo("tester")))
                .withRequestBody(matchingJsonPath("$.seconds", equalTo("60"))));
        ingest.verify(postRequestedFor(urlEqualTo("/leases/complete"))
                .withRequestBody(matchingJsonPath("$.leases[0].token", equalTo(token.toString())))
                .withRequestBody(matchingJsonPath("$.leases[0].engineVersion", equalTo(Made.ENGINE.version()))));
        String leased = traceOf(leaseThatFound(articleId));
        assertThat(leased).matches("[0-9a-f]{32}");
        assertThat(traceOf(ingest.findAll(postRequestedFor(urlEqualTo("/leases/complete")))
                        .get(0)))
                .isEqualTo(leased);
        assertThat(storedIds()).hasSize(2);
        given().get("/stances?articleId=" + articleId)
                .then()
                .statusCode(200)
                .body("items[0].source", is("example.org"))
                .body("items[0].publishedAt", is("2024-04-30T06:00:00Z"));
        await().untilAsserted(() -> assertThat(worker.status().analysed()).isEqualTo(before + 1));
        await().untilAsserted(() -> assertThat(worker.status().inFlight()).isZero());
    }

    @Test
    void leasesNoMoreFromTheMomentItIsToldToStop() {
        // Not the one that runs, which other tests need.
        WorkerService leaving = new WorkerService(analyses, source, work, config, new SimpleMeterRegistry());
        leaving.start(new StartupEvent());
        await().until(() -> leaving.status().running());

        leaving.leave(new ShutdownDelayInitiatedEvent());

        await().until(() -> !leaving.status().running());
        leaving.stop(new ShutdownEvent());
    }

    /** The one call for leases, of many, that was answered with the article. */
    private LoggedRequest leaseThatFound(UUID article) {
        return ingest.getAllServeEvents().stream()
                .filter(event -> event.getResponse().getBodyAsString().contains(article.toString()))
                .map(ServeEvent::getRequest)
                .filter(request -> request.getUrl().equals("/leases"))
                .findFirst()
                .orElseThrow();
    }

    private static String traceOf(LoggedRequest request) {
        return request.getHeader("traceparent").split("-")[1];
    }

    @Test
    void aCrashBetweenStoringAndCompletingLeavesItStoredOnce() throws Exception {
        // What the worker that died had done.
        Lease died = new Lease(
                articleId,
                UUID.randomUUID(),
                Instant.parse("2024-05-01T08:00:00Z"),
                "hash",
                "Any.",
                null,
                null,
                null,
                null,
                null);
        work.store(died, analyse(AnalysisRequest.of(died.text())))
                .toCompletableFuture()
                .get();
        List<String> before = storedIds();

        leaseOnce(lease(articleId, token, "Any."));
        answer("complete", "OK");
        awaitTold("complete");

        assertThat(storedIds()).hasSize(2).isEqualTo(before);
    }

    @Test
    void aLostLeaseIsLetGo() {
        long before = worker.status().analysed();
        leaseOnce(lease(articleId, token, "Any."));
        answer("complete", "LOST");

        awaitTold("complete");

        await().untilAsserted(() -> assertThat(worker.status().inFlight()).isZero());
        assertThat(worker.status().analysed()).isEqualTo(before);
        assertThat(storedIds()).hasSize(2);
    }

    @Test
    void whatTheEngineCannotAnalyseIsFailedForGood() {
        leaseOnce(lease(articleId, token, BROKEN_TEXT));
        answer("fail", "OK");

        awaitTold("fail");

        ingest.verify(postRequestedFor(urlEqualTo("/leases/fail"))
                .withRequestBody(matchingJsonPath("$.leases[0].retry", equalTo("false")))
                .withRequestBody(
                        matchingJsonPath("$.leases[0].reason", equalTo("the engine failed: StackOverflowError"))));
        given().get("/articles/{id}/stances", articleId).then().statusCode(404);
    }

    @Test
    void completesOnceIngestIsBack() {
        leaseOnce(lease(articleId, token, "Any."));
        String path = "/leases/complete";
        ingest.stubFor(post(path)
                .inScenario("back")
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("down"));
        ingest.stubFor(post(path)
                .inScenario("back")
                .whenScenarioStateIs("down")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("up"));
        ingest.stubFor(post(path).inScenario("back").whenScenarioStateIs("up").willReturn(result("OK")));

        await().untilAsserted(() -> ingest.verify(3, postRequestedFor(urlEqualTo(path))));
        await().untilAsserted(() -> assertThat(worker.status().inFlight()).isZero());
        assertThat(storedIds()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "503",
                "<html>not JSON</html>",
                "[]",
                "{}",
                "{\"leases\":[null]}",
                "{\"leases\":[{\"articleId\":\"no id\"}]}",
                "{\"leases\":[{\"text\":\"no id at all\"}]}"
            })
    void outlivesWhatIngestShouldNotAnswer(String garbage) {
        ResponseDefinitionBuilder answer = garbage.equals("503") ? aResponse().withStatus(503) : okJson(garbage);
        ingest.stubFor(post("/leases").inScenario("garbage").willReturn(answer).willSetStateTo("better"));
        ingest.stubFor(post("/leases")
                .inScenario("garbage")
                .whenScenarioStateIs("better")
                .willReturn(okJson("{\"leases\":[" + lease(articleId, token, "Any.") + "], \"more\": 1}"))
                .willSetStateTo("empty"));
        ingest.stubFor(post("/leases")
                .inScenario("garbage")
                .whenScenarioStateIs("empty")
                .willReturn(okJson("{\"leases\":[]}")));
        answer("complete", "OK");

        awaitTold("complete");

        assertThat(storedIds()).hasSize(2);
        assertThat(worker.status().running()).isTrue();
    }

    @Test
    void theEngineIsToldTheArticlesLanguage() {
        List<AnalysisRequest> asked = new CopyOnWriteArrayList<>();
        QuarkusMock.installMockForType(
                new FakeEngine(Made.ENGINE, request -> {
                    asked.add(request);
                    return analyse(request);
                }),
                EngineService.class);
        leaseOnce(lease(articleId, token, "Any."));
        answer("complete", "OK");

        awaitTold("complete");

        assertThat(asked).extracting(AnalysisRequest::language).containsExactly("en");
    }

    private static Analysis analyse(AnalysisRequest request) {
        if (request.text().equals(BROKEN_TEXT)) {
            throw new StackOverflowError();
        }
        return new Analysis(
                Made.ENGINE,
                request.text(),
                List.of(
                        Made.stance(Made.actor("w-a"), Made.actor("w-b"), Polarity.SUPPORT),
                        Made.stance(Made.actor("w-b"), Made.actor("w-a"), Polarity.OPPOSE)),
                List.of());
    }

    private void leaseOnce(String lease) {
        ingest.stubFor(post("/leases")
                .inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("{\"leases\":[" + lease + "]}"))
                .willSetStateTo("empty"));
        ingest.stubFor(
                post("/leases").inScenario("once").whenScenarioStateIs("empty").willReturn(okJson("{\"leases\":[]}")));
    }

    private static String lease(UUID articleId, UUID token, String text) {
        return """
                {"articleId":"%s","token":"%s","attempt":1,"expiresAt":"2024-05-01T09:00:00Z","contentHash":"hash",
                 "title":"A headline","source":"example.org","publishedAt":"2024-04-30T06:00:00Z",
                 "language":"en","text":"%s"}
                """
                .formatted(articleId, token, text);
    }

    private void answer(String end, String outcome) {
        ingest.stubFor(post("/leases/" + end).willReturn(result(outcome)));
    }

    private ResponseDefinitionBuilder result(String outcome) {
        return okJson("{\"results\":[{\"articleId\":\"%s\",\"outcome\":\"%s\"}]}".formatted(articleId, outcome));
    }

    private void awaitTold(String end) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ingest.verify(1, postRequestedFor(urlEqualTo("/leases/" + end))));
    }

    private List<String> storedIds() {
        return given().get("/stances?articleId=" + articleId).path("items.id");
    }
}
