package io.demarche.ingest;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tests of several features say to the service. */
public final class Api {

    private Api() {}

    /** A text of its own for each name, long enough to be an article. */
    public static String text(String name) {
        return "The minister of " + name
                + " said on Monday that her government would not accept the terms of the proposal.\n\n"
                + "Her opponents in " + name
                + ", who had called for talks, asked for a vote in parliament before the summer.";
    }

    public static ValidatableResponse post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    /** Stores an article and gives its id. */
    public static String accept(String name) {
        return post("/articles", Map.of("text", text(name)))
                .statusCode(202)
                .extract()
                .path("id");
    }

    public static List<Map<String, Object>> lease(int max, int seconds) {
        return post("/leases", Map.of("worker", "test", "max", max, "seconds", seconds))
                .statusCode(200)
                .extract()
                .path("leases");
    }

    /** A report on one lease, with what goes beside article and token. */
    public static Map<String, Object> report(Map<String, Object> lease, Map<String, Object> more) {
        Map<String, Object> report = new LinkedHashMap<>(more);
        report.put("articleId", lease.get("articleId"));
        report.put("token", lease.get("token"));
        return report;
    }

    public static void clear(Pool pool) {
        pool.query("truncate article, removal cascade").executeAndAwait();
    }
}
