package io.demarche.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.contract.Committed;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerRulesTest {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String BAD = "{\"type\":\"/problems/x\",\"title\":\"t\",\"status\":%d,\"detail\":\"d\"}";

    private final AnswerRules rules = new AnswerRules(Committed.gateway());

    private static Attempt attempt(String method, String target) {
        return new Attempt(method, target, "HTTP/1.1", List.of(), new byte[0], false);
    }

    private static Reply reply(int status, String type, String body, String... headers) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (!type.isEmpty()) {
            all.put("content-type", List.of(type));
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new Reply(status, all, body.getBytes(StandardCharsets.UTF_8), null);
    }

    private List<String> faults(String method, String target, Reply reply) {
        return rules.faults(attempt(method, target), reply);
    }

    @Test
    void whatTheDocumentForeseesIsRight() {
        assertThat(faults("GET", "/api/v1/articles?limit=5", reply(200, JSON, "{\"items\":[],\"next\":null}")))
                .isEmpty();
        assertThat(faults("GET", "/api/v1/articles", reply(400, PROBLEM, BAD.formatted(400))))
                .isEmpty();
        assertThat(faults("PATCH", "/api/v1/articles", reply(405, PROBLEM, BAD.formatted(405), "allow", "GET")))
                .isEmpty();
        assertThat(faults("DELETE", "/api/v1/articles/x", reply(204, "", ""))).isEmpty();
        assertThat(faults("GET", "/nowhere", reply(404, PROBLEM, BAD.formatted(404))))
                .isEmpty();
    }

    @Test
    void eachKindOfFaultIsFound() {
        String path = "/api/v1/articles";
        assertThat(faults("GET", path, reply(200, JSON, "{\"items\":5,\"next\":null}")))
                .isNotEmpty();
        assertThat(faults("GET", path, reply(200, JSON, "{\"items\":[]}"))).isNotEmpty();
        assertThat(faults("GET", path, reply(200, JSON, "{\"items\":[]"))).isNotEmpty();
        assertThat(faults("GET", path, reply(200, "text/html", "{}"))).isNotEmpty();
        assertThat(faults("GET", path, reply(204, "", ""))).isNotEmpty();
        assertThat(faults("GET", path, reply(500, PROBLEM, BAD.formatted(500)))).isNotEmpty();
        assertThat(faults("GET", path, reply(400, PROBLEM, BAD.formatted(401)))).isNotEmpty();
        assertThat(faults("GET", path, reply(400, JSON, BAD.formatted(400)))).isNotEmpty();
        assertThat(faults("GET", path, reply(400, PROBLEM, "{\"status\":400}"))).isNotEmpty();
        assertThat(faults(
                        "GET",
                        path,
                        reply(
                                400,
                                PROBLEM,
                                BAD.replace("\"d\"", "\"java.lang.X\"").formatted(400))))
                .isNotEmpty();
        assertThat(faults("GET", path, reply(503, PROBLEM, BAD.formatted(503))))
                .as("no Retry-After")
                .isNotEmpty();
        assertThat(faults("GET", path, reply(503, PROBLEM, BAD.formatted(503), "retry-after", "soon")))
                .isNotEmpty();
        assertThat(faults("PATCH", path, reply(405, PROBLEM, BAD.formatted(405))))
                .as("no Allow")
                .isNotEmpty();
        assertThat(faults("POST", path, reply(202, JSON, "{\"id\":\"x\",\"state\":\"PENDING\",\"duplicate\":false}")))
                .as("no Location, no UUID")
                .hasSize(2);
        assertThat(faults("GET", path, reply(418, PROBLEM, BAD.formatted(418)))).isNotEmpty();
        assertThat(faults("GET", "/nowhere", reply(200, JSON, "{}"))).isNotEmpty();
        assertThat(faults("DELETE", path + "/x", reply(204, "", "left over"))).isNotEmpty();
        assertThat(faults("GET", path, new Reply(0, Map.of(), new byte[0], null)))
                .isNotEmpty();
    }
}
