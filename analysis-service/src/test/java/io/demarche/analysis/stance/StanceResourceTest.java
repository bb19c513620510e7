package io.demarche.analysis.stance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.engine.Act;
import io.demarche.engine.Attribution;
import io.demarche.engine.AttributionKind;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.platform.id.Uuid7;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class StanceResourceTest {

    private static final Instant DAY = Instant.parse("2023-03-01T00:00:00Z");
    private static boolean seeded;
    private static AnalysedArticle older;
    private static AnalysedArticle newer;

    @Inject
    StanceService service;

    /** Ids that no other test uses, so that this class sees its own stances alone. */
    @BeforeEach
    void seed() {
        if (seeded) {
            return;
        }
        seeded = true;
        older = Made.article(
                "old.example",
                DAY,
                Made.stance(
                        Made.actor("r-kremlin", "r-russia"),
                        Made.issue("r-ceasefire", "r-peace"),
                        Polarity.OPPOSE,
                        0.9,
                        Set.of(Manner.CONDITIONAL, Manner.WARNING),
                        Act.REJECT,
                        new Attribution(AttributionKind.REPORTED, Made.actor("r-peskov", "r-kremlin"), true, "TASS")));
        newer = Made.article(
                "new.example",
                DAY.plusSeconds(86_400),
                Made.stance(
                        Made.actor("r-kyiv"),
                        Made.actor("r-kremlin", "r-russia"),
                        Polarity.SUPPORT,
                        0.4,
                        Set.of(),
                        null,
                        new Attribution(AttributionKind.SELF, Made.actor("r-kyiv"), false, null)));
        Store.store(service, older);
        Store.store(service, newer);
    }

    @Test
    void showsAStanceWithItsArticle() {
        given().queryParam("holder", "r-kremlin")
                .get("/stances")
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .body("items", hasSize(1))
                .body("items[0].id", not(nullValue()))
                .body("items[0].articleId", equalTo(older.articleId().toString()))
                .body("items[0].source", equalTo("old.example"))
                .body("items[0].url", nullValue())
                .body("items[0].title", equalTo("A headline"))
                .body("items[0].publishedAt", equalTo("2023-03-01T00:00:00Z"))
                .body("items[0].engineVersion", equalTo("test-1"))
                .body("items[0].holder.kind", equalTo("actor"))
                .body("items[0].holder.memberOf", equalTo(List.of("r-russia")))
                .body("items[0].target.kind", equalTo("issue"))
                .body("items[0].polarity", equalTo("OPPOSE"))
                .body("items[0].score", equalTo(-0.75f))
                .body("items[0].manner", equalTo(List.of("CONDITIONAL", "WARNING")))
                .body("items[0].act", equalTo("REJECT"))
                .body("items[0].attribution.kind", equalTo("REPORTED"))
                .body("items[0].attribution.speaker.id", equalTo("r-peskov"))
                .body("items[0].attribution.quoted", equalTo(true))
                .body("items[0].attribution.medium", equalTo("TASS"))
                .body("items[0].evidence.sentence.text", equalTo("Moscow said 𝔂es — \"if…\"."))
                .body("items[0].evidence.condition.start", equalTo(21));
    }

    @ParameterizedTest
    @CsvSource({
        "holder=r-kremlin, old",
        "holder=r-russia, old",
        "holder=r-kyiv, new",
        "holder=r-russia&holder=r-kyiv, new old",
        "holder=r-peskov, ''",
        "target=r-peace, old",
        "target=r-russia, new",
        "holder=r-russia&target=r-russia, ''",
        "source=old.example, old",
        "source=old.example&source=new.example, new old",
        "source=old.example&polarity=OPPOSE, old",
        "source=old.example&polarity=SUPPORT, ''",
        "source=old.example&polarity=SUPPORT&polarity=OPPOSE, old",
        "source=old.example&manner=WARNING, old",
        "source=old.example&manner=HEDGED, ''",
        "source=old.example&manner=HEDGED&manner=CONDITIONAL, old",
        "source=old.example&source=new.example&act=REJECT, old",
        "source=old.example&source=new.example&attribution=SELF, new",
        "source=old.example&source=new.example&text=MOSCOW said, new old",
        "source=old.example&text=\"said yes\", ''",
        "source=old.example&text=moscow -said, ''",
        "source=old.example&text=berlin or moscow, old",
        "source=old.example&text=the, ''",
        "source=old.example&source=new.example&minConfidence=0.5, old",
        "source=old.example&source=new.example&minConfidence=0.4, new old",
        "source=old.example&source=new.example&from=2023-03-01, new old",
        "source=old.example&source=new.example&from=2023-03-01T00:00:01Z, new",
        "source=old.example&source=new.example&to=2023-03-02, old",
        "source=old.example&source=new.example&from=2023-03-01&to=2023-03-01, ''"
    })
    void filters(String query, String expected) {
        List<String> sources = given().get("/stances?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.source");
        assertThat(String.join(" ", sources).replace(".example", "")).isEqualTo(expected);
    }

    @Test
    void filtersByArticle() {
        given().queryParam("articleId", newer.articleId())
                .get("/stances")
                .then()
                .statusCode(200)
                .body("items.articleId", equalTo(List.of(newer.articleId().toString())));
    }

    @Test
    void pagesMeetWithoutGapOrRepeat() {
        List<AnalysedArticle> articles = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Three stances each, and every second article of the same moment as the one before.
            var stance = Made.stance(Made.actor("p-paged"), Made.actor("p-other"), Polarity.MIXED);
            articles.add(Made.article("paged.example", DAY.plusSeconds(i / 2), stance, stance, stance));
        }
        articles.forEach(article -> Store.store(service, article));

        List<String> all = given().get("/stances?holder=p-paged&limit=500").path("items.id");
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, String> next = cursor == null ? Map.of() : Map.of("cursor", cursor);
            JsonPath page = given().queryParams(next)
                    .get("/stances?holder=p-paged&limit=4")
                    .jsonPath();
            paged.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(all).hasSize(21);
        assertThat(paged).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "polarity=support|polarity|SUPPORT, OPPOSE, MIXED, NEUTRAL",
                "polarity=|polarity|SUPPORT, OPPOSE, MIXED, NEUTRAL",
                "manner=LOUD|manner|RED_LINE",
                "act=WINK|act|THREATEN",
                "attribution=GOD|attribution|REPORTED",
                "limit=0|limit|1",
                "limit=501|limit|500",
                "limit=ten|limit|whole",
                "minConfidence=1.5|minConfidence|1",
                "minConfidence=NaN|minConfidence|number",
                "articleId=7|articleId|UUID",
                "from=yesterday|from|2024-05-01",
                "to=2024-13-01|to|2024-05-01",
                "cursor=nonsense|cursor|cursor",
                "holder=|holder|empty",
                "source=%20|source|empty",
                "holder=a%00b|holder|U+0000",
                "text=|text|empty",
                "colour=red|colour|unknown"
            })
    void namesTheWrongParameter(String query, String parameter, String reason) {
        given().urlEncodingEnabled(false)
                .get("/stances?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(parameter))
                .body("errors[0].reason", containsString(reason));
    }

    @Test
    void showsAnArticlesStances() {
        given().get("/articles/{id}/stances", older.articleId())
                .then()
                .statusCode(200)
                .body("articleId", equalTo(older.articleId().toString()))
                .body("engineVersion", equalTo("test-1"))
                .body("contentHash", equalTo("hash"))
                .body("analysedAt", not(nullValue()))
                .body("stances", hasSize(1))
                .body("stances[0].holder.id", equalTo("r-kremlin"))
                .body("stances[0].evidence.cue.end", equalTo(15));
    }

    @Test
    void anArticleThatWasNeverAnalysedIsNotFound() {
        given().get("/articles/{id}/stances", Uuid7.next())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
