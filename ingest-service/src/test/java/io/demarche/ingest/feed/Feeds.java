package io.demarche.ingest.feed;

import static io.restassured.RestAssured.given;

import io.demarche.ingest.Api;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.Map;

/** What the tests of feeds say to the service. */
final class Feeds {

    private Feeds() {}

    static String subscribe(String url) {
        return Api.post("/feeds", Map.of("url", url)).statusCode(201).extract().path("id");
    }

    static ValidatableResponse get(String id) {
        return given().get("/feeds/" + id).then().statusCode(200);
    }

    static ValidatableResponse put(String id, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/feeds/" + id)
                .then();
    }

    static void clear(Pool pool) {
        pool.query("truncate article, feed cascade").executeAndAwait();
    }
}
