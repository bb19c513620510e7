package io.demarche.analysis.analyse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.demarche.analysis.stance.Made;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.engine.Analysis;
import io.demarche.engine.InvalidRequestException;
import io.demarche.engine.Polarity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class AnalyseResourceTest {

    @Test
    void answersWithEngineTextAndStances() {
        post(Map.of("text", "Moscow 😀 welcomed the plan.", "title", "A title", "publishedAt", "2024-05-01"))
                .statusCode(200)
                .body("engine.version", not(blankOrNullString()))
                .body("engine.model", not(blankOrNullString()))
                .body("text", equalTo("Moscow 😀 welcomed the plan."))
                .body("stances", not(nullValue()))
                .body("notes", hasSize(0));
    }

    @Test
    void saysWhenATextIsInALanguageThatIsNotRead() {
        post(Map.of("text", "Moscow welcomed the plan.", "language", "pt-BR"))
                .statusCode(200)
                .body("stances", hasSize(0))
                .body("notes", equalTo(List.of("language \"pt-BR\" is not supported: no stances were looked for")));
    }

    @Test
    void takesEverythingThatTheContractNames() {
        post(Map.of(
                        "text",
                        "Acme rejected the harbour deal.",
                        "publishedAt",
                        "2024-05-01T12:00:00Z",
                        "speaker",
                        "Spain",
                        "mentions",
                        List.of(Map.of("id", "p", "start", 0, "end", 4), Map.of("id", "q", "start", 18, "end", 30)),
                        "catalog",
                        Map.of(
                                "actors",
                                List.of(Map.of("id", "acme", "names", List.of("Acme"), "kind", "group")),
                                "issues",
                                List.of(Map.of("id", "harbour", "terms", List.of("harbour deal")))),
                        "onlyCatalog",
                        true))
                .statusCode(200);
    }

    @Test
    void showsStancesAsTheContractSpellsThem() {
        QuarkusMock.installMockForType(
                new FakeEngine(
                        Made.ENGINE,
                        request -> new Analysis(
                                Made.ENGINE,
                                request.text(),
                                List.of(Made.stance(
                                        Made.actor("kremlin", "russia"), Made.issue("talks"), Polarity.OPPOSE)),
                                List.of("A note."))),
                EngineService.class);

        post(Map.of("text", "Any."))
                .statusCode(200)
                .body("stances", hasSize(1))
                .body("notes", equalTo(List.of("A note.")))
                .body("stances[0].holder.kind", equalTo("actor"))
                .body("stances[0].holder.memberOf", equalTo(List.of("russia")))
                .body("stances[0].target.kind", equalTo("issue"))
                .body("stances[0].polarity", equalTo("OPPOSE"))
                .body("stances[0].manner", equalTo(List.of()))
                .body("stances[0].act", nullValue())
                .body("stances[0].attribution.kind", equalTo("AUTHOR"))
                .body("stances[0].attribution.speaker", nullValue())
                .body("stances[0].attribution.quoted", equalTo(false))
                .body("stances[0].attribution", hasKey("medium"))
                .body("stances[0].attribution.medium", nullValue())
                .body("stances[0].evidence.sentence.start", equalTo(0))
                .body("stances[0].evidence.cue.start", equalTo(7))
                .body("stances[0].evidence.condition", nullValue());
    }

    @Test
    void namesThePartThatTheEngineRefuses() {
        QuarkusMock.installMockForType(
                new FakeEngine(Made.ENGINE, request -> {
                    throw new InvalidRequestException("catalog.actors[1].id", "stands twice");
                }),
                EngineService.class);

        post(Map.of("text", "Any."))
                .statusCode(400)
                .body("errors[0].field", equalTo("catalog.actors[1].id"))
                .body("errors[0].reason", equalTo("stands twice"));
    }

    @Test
    void anEngineThatBreaksIsAProblemWithoutItsText() {
        QuarkusMock.installMockForType(
                new FakeEngine(Made.ENGINE, request -> {
                    throw new IllegalStateException("inner secret");
                }),
                EngineService.class);

        post(Map.of("text", "Any."))
                .statusCode(500)
                .contentType("application/problem+json")
                .body("errorId", not(blankOrNullString()))
                .body("detail", not(containsString("secret")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|text",
                "{\"text\":\"\"}|text",
                "{\"text\":7}|text",
                "{\"text\":\"a\",\"colour\":1}|colour",
                "{\"text\":\"a\",\"text\":\"b\"}|text",
                "{\"text\":\"Mos\\u0000cow\"}|text",
                "{\"text\":\"Mos\\ud800cow\"}|text",
                "{\"text\":\"a\",\"publishedAt\":\"soon\"}|publishedAt",
                "{\"text\":\"a\",\"language\":\"English\"}|language",
                "{\"text\":\"a\",\"language\":\"\"}|language",
                "{\"text\":\"a\",\"language\":7}|language",
                "{\"text\":\"a\",\"mentions\":{}}|mentions",
                "{\"text\":\"a\",\"mentions\":[{\"id\":\"p\",\"start\":\"0\",\"end\":1}]}|mentions[0].start",
                "{\"text\":\"a\",\"mentions\":[{\"id\":\"p\",\"start\":0.5,\"end\":1}]}|mentions[0].start",
                "{\"text\":\"a\",\"mentions\":[{\"id\":\"p\",\"start\":0,\"end\":2}]}|mentions[0].end",
                "{\"text\":\"a\",\"onlyCatalog\":\"yes\"}|onlyCatalog",
                "[]|body",
                "null|body",
                "''|body"
            })
    void namesWhatIsWrong(String body, String field) {
        given().contentType("application/json")
                .body(body)
                .post("/analyses")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void aTextOverItsLimitIsTooLarge() {
        post(Map.of("text", "a".repeat(200_001)))
                .statusCode(413)
                .body("errors[0].field", equalTo("text"))
                .body("errors[0].reason", containsString("200000"));
    }

    @Test
    void brokenUtf8IsRefused() {
        given().contentType("application/json")
                .body(new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC3, '"', '}'})
                .post("/analyses")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void tellsWhichEngineItIs() {
        given().get("/engine")
                .then()
                .statusCode(200)
                .body("version", not(blankOrNullString()))
                .body("model", not(blankOrNullString()));
    }

    private static ValidatableResponse post(Map<String, Object> request) {
        return given().contentType("application/json")
                .body(request)
                .post("/analyses")
                .then();
    }
}
