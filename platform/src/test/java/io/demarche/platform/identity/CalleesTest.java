package io.demarche.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalleesTest {

    private final Callees callees = new Callees(Map.of(
            "ingest", URI.create("http://127.0.0.1:8081"),
            "analysis", URI.create("https://inside.example/analysis/"),
            "all", URI.create("https://inside.example")));

    @Test
    void addressesBelongToServices() {
        assertThat(callees.nameOf(URI.create("http://127.0.0.1:8081/articles?limit=1")))
                .contains("ingest");
        assertThat(callees.nameOf(URI.create("http://127.0.0.1:8081"))).contains("ingest");
        assertThat(callees.nameOf(URI.create("https://INSIDE.example:443/analysis/status")))
                .contains("analysis");
        assertThat(callees.nameOf(URI.create("https://inside.example/analysis")))
                .contains("analysis");
        assertThat(callees.nameOf(URI.create("https://inside.example/analysis2")))
                .contains("all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8082/articles",
                "https://127.0.0.1:8081/articles",
                "http://127.0.0.1.example:8081/",
                "http://inside.example/analysis",
                "http://127.0.0.1:8081@evil.example/",
                "/articles",
                "mailto:somebody@127.0.0.1"
            })
    void otherAddressesBelongToNone(String address) {
        assertThat(callees.nameOf(URI.create(address))).isEmpty();
    }
}
