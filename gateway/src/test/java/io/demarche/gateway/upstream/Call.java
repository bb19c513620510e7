package io.demarche.gateway.upstream;

import static io.restassured.RestAssured.given;

import io.demarche.gateway.testing.Samples;
import io.restassured.response.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sound request to the gateway. */
record Call(String method, String path, @Nullable String body) {

    /** One for each way in which the gateway asks another service. */
    static final List<Call> ALL = List.of(
            new Call("POST", "/api/v1/articles", "{\"text\": \"a\"}"),
            new Call("GET", "/api/v1/articles", null),
            new Call("GET", "/api/v1/articles/" + Samples.ID, null),
            new Call("DELETE", "/api/v1/articles/" + Samples.ID, null),
            new Call("POST", "/api/v1/articles", "{\"url\": \"https://example.org/a\"}"),
            new Call("GET", "/api/v1/articles/" + Samples.ID + "/stances", null),
            new Call("POST", "/api/v1/extractions", "{\"html\": \"a\"}"),
            new Call("POST", "/api/v1/analyses", "{\"text\": \"a\"}"),
            new Call("POST", "/api/v1/analyses", "{\"html\": \"a\"}"),
            new Call("GET", "/api/v1/stances", null));

    Response send() {
        return body == null
                ? given().request(method, path)
                : given().contentType("application/json").body(body).request(method, path);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
