package io.demarche.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageTest {

    private static final Pattern INCLUDED =
            Pattern.compile("(?:href|src|from) ?=? ?[\"']([a-z./]+\\.(?:js|css|svg))[\"']");

    @Test
    void isServedWithAStrictPolicy() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("default-src 'self'"), not(containsString("unsafe"))))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Referrer-Policy", is("no-referrer"))
                .body(containsString("Demarche"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "app.js", "reader.js", "cards.js", "articles.js", "status.js"})
    void everyFileThatItNamesIsThere(String file) {
        String content =
                given().get("/" + file).then().statusCode(200).extract().asString();
        Matcher included = INCLUDED.matcher(content);
        int found = 0;
        while (included.find()) {
            given().get("/" + included.group(1)).then().statusCode(200);
            found++;
        }
        assertThat(found).isPositive();
    }

    @Test
    void scriptsNeverTurnTextIntoMarkup() {
        for (String file : new String[] {
            "app.js", "api.js", "articles.js", "cards.js", "dom.js", "problem.js", "reader.js", "status.js"
        }) {
            assertThat(given().get("/" + file).asString())
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
        }
    }

    @Test
    void filesAreAskedForAgainAndAnsweredBriefly() {
        String modified = given().get("/app.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("public, immutable, max-age=0"))
                .extract()
                .header("Last-Modified");
        given().header("If-Modified-Since", modified).get("/app.js").then().statusCode(304);
    }

    @Test
    void swaggerUiMayRunItsOwnScript() {
        given().get("/docs/")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"));
    }

    @Test
    void otherPathsAreProblems() {
        given().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        given().get("/api/v1/nowhere").then().statusCode(404).contentType("application/problem+json");
    }
}
