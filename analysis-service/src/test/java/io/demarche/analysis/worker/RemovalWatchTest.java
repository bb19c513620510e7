package io.demarche.analysis.worker;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.demarche.analysis.stance.AnalysedArticle;
import io.demarche.analysis.stance.Made;
import io.demarche.analysis.stance.StanceService;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.engine.Polarity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RemovalWatchTest.Watching.class)
@WithTestResource(EmbeddedDatabaseResource.class)
@WithTestResource(IngestServer.class)
class RemovalWatchTest {

    public static final class Watching implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("demarche.worker.enabled", "true", "demarche.worker.removals", "20ms");
        }
    }

    @Inject
    StanceService stances;

    private final WireMockServer ingest = IngestServer.server();

    @BeforeEach
    void answerWithNothing() {
        ingest.resetAll();
        ingest.stubFor(post("/leases").willReturn(okJson("{\"leases\":[]}")));
        ingest.stubFor(get("/removals").willReturn(okJson("{\"articleIds\":[]}")));
        ingest.stubFor(post("/removals/confirm").willReturn(noContent()));
    }

    private UUID stored() throws Throwable {
        AnalysedArticle article =
                Made.article("example.org", null, Made.stance(Made.actor("a"), Made.actor("b"), Polarity.SUPPORT));
        VertxContextSupport.subscribeAndAwait(() -> stances.store(article));
        given().get("/articles/" + article.articleId() + "/stances").then().statusCode(200);
        return article.articleId();
    }

    @Test
    void forgetsTheStancesOfArticlesThatAreGoneAndSaysSo() throws Throwable {
        UUID gone = stored();
        UUID kept = stored();
        // The first answer last: from then on nothing is added while the scenario moves.
        ingest.stubFor(get("/removals")
                .inScenario("told once")
                .whenScenarioStateIs("told")
                .willReturn(okJson("{\"articleIds\":[]}")));
        ingest.stubFor(get("/removals")
                .inScenario("told once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("{\"articleIds\":[\"" + gone + "\", \"" + UUID.randomUUID() + "\"]}"))
                .willSetStateTo("told"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ingest.verify(
                        1,
                        postRequestedFor(urlEqualTo("/removals/confirm"))
                                .withRequestBody(matchingJsonPath("$.articleIds[0]", equalTo(gone.toString())))));

        given().get("/articles/" + gone + "/stances").then().statusCode(404);
        given().get("/articles/" + kept + "/stances").then().statusCode(200);
    }

    @Test
    void goesOnWhenIngestComesBack() throws Throwable {
        UUID gone = stored();
        // The first answer last: from then on nothing is added while the scenario moves.
        ingest.stubFor(get("/removals")
                .inScenario("away first")
                .whenScenarioStateIs("told")
                .willReturn(okJson("{\"articleIds\":[]}")));
        ingest.stubFor(get("/removals")
                .inScenario("away first")
                .whenScenarioStateIs("back")
                .willReturn(okJson("{\"articleIds\":[\"" + gone + "\"]}"))
                .willSetStateTo("told"));
        ingest.stubFor(get("/removals")
                .inScenario("away first")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(serverError())
                .willSetStateTo("back"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().get("/articles/" + gone + "/stances").then().statusCode(404));
    }
}
