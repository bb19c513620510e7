package io.demarche.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.key.Role;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/articles, READER",
        "HEAD, /api/v1/articles, READER",
        "GET, /api/v1/stances/stream, READER",
        "GET, /status, READER",
        "GET, /q/metrics, READER",
        "GET, /nobody/thought/of/this, READER",
        "POST, /api/v1/analyses, READER",
        "POST, /api/v1/extractions, READER",
        "POST, /api/v1/analyses/, CONTRIBUTOR",
        "POST, /api/v1/articles, CONTRIBUTOR",
        "POST, /api/v1/articles/batch, CONTRIBUTOR",
        "DELETE, /api/v1/feeds/1, CONTRIBUTOR",
        "POST, /, CONTRIBUTOR",
        "PATCH, /index.html, CONTRIBUTOR",
        "GET, /, ",
        "GET, /app.js, ",
        "GET, /openapi, ",
        "GET, /docs/index.html, ",
        "GET, /q/health/ready, ",
        "OPTIONS, /api/v1/articles, ",
        "GET, /api/v1/app.js, READER",
        "GET, /q/health/ready/../../metrics, READER",
        "GET, /openapi/x, READER",
    })
    void whoMayDoWhat(String method, String path, Role needed) {
        assertThat(Permissions.needed(HttpMethod.valueOf(method), path).orElse(null))
                .isEqualTo(needed);
    }
}
