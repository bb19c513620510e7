package io.demarche.contract.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.contract.document.Document;
import io.demarche.contract.document.Operation;
import io.demarche.contract.document.SchemaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document breaks for clients of an earlier one. Requests may be let in more widely and answers may say more; never
 * the other way round.
 */
public final class Comparison {

    private static final List<String> ROLES = List.of("reader", "contributor", "admin");

    private final Document before;
    private final Document after;
    private final List<String> breaks = new ArrayList<>();

    private Comparison(Document before, Document after) {
        this.before = before;
        this.after = after;
    }

    /** One sentence a break, with where it is; empty when every client of the earlier one still works. */
    public static List<String> breaks(Document before, Document after) {
        Comparison comparison = new Comparison(before, after);
        before.operations().forEach(comparison::compare);
        return List.copyOf(comparison.breaks);
    }

    private void compare(Operation old) {
        Optional<Operation> found = after.operation(old.method(), old.path());
        if (found.isEmpty()) {
            breaks.add(old + " is gone");
            return;
        }
        Operation now = found.get();
        if (!old.id().equals(now.id())) {
            breaks.add(old + " has another operationId, " + now.id());
        }
        if (role(now) > role(old)) {
            breaks.add(old + " needs a higher role");
        }
        for (String in : List.of("query", "path", "header")) {
            compareParameters(old + " " + in + " ", old.parameters(in), now.parameters(in));
        }
        compareRequest(old, now);
        old.responses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                compareAnswer(old + " " + status, answer, now.responses().get(status));
            }
        });
    }

    private static int role(Operation operation) {
        return ROLES.indexOf(operation.node().path("x-required-role").asText());
    }

    private void compareParameters(String at, Map<String, JsonNode> old, Map<String, JsonNode> now) {
        old.forEach((name, parameter) -> {
            JsonNode same = now.get(name);
            if (same == null) {
                breaks.add(at + name + " is gone");
            } else {
                request(at + name, parameter.path("schema"), same.path("schema"));
            }
        });
        now.forEach((name, parameter) -> {
            boolean wasRequired =
                    old.containsKey(name) && old.get(name).path("required").asBoolean();
            if (parameter.path("required").asBoolean() && !wasRequired) {
                breaks.add(at + name + " is required now");
            }
        });
    }

    private void compareRequest(Operation old, Operation now) {
        boolean mustBe =
                after.resolve(now.node().path("requestBody")).path("required").asBoolean();
        boolean mustHaveBeen =
                before.resolve(old.node().path("requestBody")).path("required").asBoolean();
        if (mustBe && !mustHaveBeen) {
            breaks.add(old + " needs a body now");
        }
        Map<String, JsonNode> content = now.requestContent();
        old.requestContent().forEach((type, body) -> {
            if (content.containsKey(type)) {
                request(old + " request", body.path("schema"), content.get(type).path("schema"));
            } else {
                breaks.add(old + " takes no " + type + " any more");
            }
        });
    }

    private void compareAnswer(String at, JsonNode old, @Nullable JsonNode now) {
        if (now == null) {
            breaks.add(at + " is gone");
            return;
        }
        old.path("headers").properties().forEach(header -> {
            if (!now.path("headers").has(header.getKey())) {
                breaks.add(at + " header " + header.getKey() + " is gone");
            }
        });
        Map<String, JsonNode> content = Operation.content(now);
        Operation.content(old).forEach((type, body) -> {
            if (content.containsKey(type)) {
                new AnswerChange(breaks)
                        .compare(
                                at,
                                new SchemaView(before, body.path("schema")),
                                new SchemaView(after, content.get(type).path("schema")));
            } else {
                breaks.add(at + " is not given as " + type + " any more");
            }
        });
    }

    private void request(String at, JsonNode old, JsonNode now) {
        new RequestChange(breaks).compare(at, new SchemaView(before, old), new SchemaView(after, now));
    }
}
