package io.demarche.platform.problem;

import io.demarche.platform.trace.Traces;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A problem as JSON. By hand: an error must be told even where the usual way to JSON is what fails. */
final class ProblemBody {

    private ProblemBody() {}

    static String of(Problem problem) {
        JsonObject body = new JsonObject()
                .put("type", problem.type().toString())
                .put("title", problem.title())
                .put("status", problem.status());
        if (problem.detail() != null) {
            body.put("detail", problem.detail());
        }
        if (problem.instance() != null) {
            body.put("instance", problem.instance());
        }
        if (!problem.errors().isEmpty()) {
            JsonArray errors = new JsonArray();
            for (FieldError error : problem.errors()) {
                errors.add(new JsonObject().put("field", error.field()).put("reason", error.reason()));
            }
            body.put("errors", errors);
        }
        if (problem.errorId() != null) {
            body.put("errorId", problem.errorId());
        }
        String traceId = problem.traceId() == null ? Traces.currentId() : problem.traceId();
        if (traceId != null) {
            body.put("traceId", traceId);
        }
        return body.encode();
    }
}
