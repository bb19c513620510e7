package io.demarche.contract.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.demarche.contract.document.Document;
import io.demarche.contract.document.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether an answer is one that the document foresees. */
public final class AnswerRules {

    private static final String PROBLEM = "application/problem+json";
    private static final Pattern LEAK = Pattern.compile("Exception|io\\.demarche|\\bat [a-z]+(\\.[a-z]+)+|java\\.");
    /** What may be said of a request that reaches no operation. */
    private static final Set<Integer> BEFORE_ANY = Set.of(400, 404, 405, 413, 414, 415, 417, 431, 501, 505);

    private static final Set<Integer> BARE = Set.of(400, 413, 414, 417, 431);

    private final Document document;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Of this document. */
    public AnswerRules(Document document) {
        this.document = document;
    }

    /** The operation that a request is for; empty when the document has none there. */
    public Optional<Operation> operation(Attempt attempt) {
        String path = plain(attempt.path());
        return template(path).flatMap(template -> document.operation(attempt.method(), template)
                .filter(one -> one.method().equals(attempt.method())));
    }

    /** The path of the document that a path is; of two, the one with more spelled out. */
    private Optional<String> template(String path) {
        return document.operations().stream()
                .map(Operation::path)
                .filter(template -> fits(template, path))
                .min((a, b) -> Long.compare(braces(a), braces(b)));
    }

    /** Matrix parameters, slashes at the end and dots in between make no difference. */
    private static String plain(String path) {
        return path.replaceAll("^http://[^/]*", "")
                .replaceAll(";[^/]*", "")
                .replaceAll("/v1/\\.\\./", "/")
                .replaceAll("/+$", "");
    }

    /** What is wrong with an answer; empty when nothing is. */
    public List<String> faults(Attempt attempt, Reply reply) {
        List<String> faults = new ArrayList<>();
        if (reply.fault() != null) {
            faults.add(reply.fault());
        } else if (reply.status() == 0) {
            if (!attempt.broken()) {
                faults.add("no answer");
            }
        } else if (attempt.broken() && isBare(reply)) {
            return faults;
        } else if (reply.status() == 500) {
            faults.add("500 " + reply.text());
        } else {
            Optional<Operation> operation = operation(attempt);
            Optional<JsonNode> named = operation.flatMap(one -> one.response(reply.status()));
            if (named.isPresent()) {
                checkNamed(operation.orElseThrow(), named.get(), reply, faults);
            } else if (operation.isPresent() && !attempt.broken()) {
                faults.add("the document names no " + reply.status() + " for " + operation.get());
            } else {
                checkUnnamed(attempt, reply, faults);
            }
            if (reply.status() >= 400 && !attempt.method().equals("HEAD")) {
                checkProblem(reply, faults);
            }
        }
        return faults;
    }

    /** What is no HTTP, or far beyond all limits, is turned away before there is anybody to find words. */
    private static boolean isBare(Reply reply) {
        return BARE.contains(reply.status()) && reply.body().length == 0;
    }

    private void checkNamed(Operation operation, JsonNode answer, Reply reply, List<String> faults) {
        answer.path("headers").properties().forEach(header -> {
            JsonNode declared = document.resolve(header.getValue());
            String value = reply.header(header.getKey().toLowerCase(Locale.ROOT));
            if (value == null && declared.path("required").asBoolean()) {
                faults.add("no header " + header.getKey());
            } else if (value != null) {
                checkValue("header " + header.getKey(), declared.path("schema"), value, faults);
            }
        });
        Map<String, JsonNode> content = Operation.content(answer);
        if (content.isEmpty()) {
            if (reply.body().length > 0) {
                faults.add("a body where " + operation + " has none");
            }
            return;
        }
        JsonNode body = content.get(reply.mediaType());
        if (body == null) {
            faults.add("the media type " + reply.mediaType() + " where there are " + content.keySet());
        } else if (reply.mediaType().endsWith("json") && !body.path("schema").has("contentSchema")) {
            checkJson("body", body.path("schema"), reply.text(), faults);
        } else if (body.path("schema").has("contentSchema")) {
            reply.text()
                    .lines()
                    .forEach(line -> checkJson("line", body.path("schema").path("contentSchema"), line, faults));
        }
    }

    private void checkValue(String what, JsonNode schema, String value, List<String> faults) {
        JsonNode typed = TextNode.valueOf(value);
        String type = document.resolve(schema).path("type").asText();
        if (type.equals("integer") && value.matches("\\d{1,9}")) {
            typed = IntNode.valueOf(Integer.parseInt(value));
        } else if (type.equals("boolean") && value.matches("true|false")) {
            typed = BooleanNode.valueOf(Boolean.parseBoolean(value));
        }
        document.schemas().faults(schema, typed).forEach(fault -> faults.add(what + " " + fault));
    }

    private void checkJson(String what, JsonNode schema, String text, List<String> faults) {
        try {
            document.schemas().faults(schema, json.readTree(text)).forEach(fault -> faults.add(what + " " + fault));
        } catch (JsonProcessingException broken) {
            faults.add(what + " is no JSON: " + text);
        }
    }

    private void checkUnnamed(Attempt attempt, Reply reply, List<String> faults) {
        boolean known = template(plain(attempt.path())).isPresent();
        if (attempt.method().equals("HEAD") || attempt.method().equals("OPTIONS")) {
            if (reply.status() >= 500 && reply.status() < 600 && reply.status() != 501) {
                faults.add("status " + reply.status() + " to " + attempt.method());
            }
        } else if (!BEFORE_ANY.contains(reply.status()) && !answersWithoutReading(reply.status())) {
            faults.add("status " + reply.status() + " to what is no operation");
        } else if (known && reply.status() == 405 && reply.header("allow") == null) {
            faults.add("405 without Allow");
        }
    }

    /** Who has no key, or has used up its rate, is told so whatever is asked. */
    private static boolean answersWithoutReading(int status) {
        return status == 401 || status == 403 || status == 429 || status == 503;
    }

    private void checkProblem(Reply reply, List<String> faults) {
        if (!reply.mediaType().equals(PROBLEM)) {
            faults.add("status " + reply.status() + " with the media type \"" + reply.mediaType() + "\" and "
                    + reply.body().length + " bytes");
            return;
        }
        List<String> wrong = new ArrayList<>();
        checkJson("problem", document.components("schemas").get("Problem"), reply.text(), wrong);
        faults.addAll(wrong);
        if (wrong.isEmpty()) {
            try {
                JsonNode problem = json.readTree(reply.text());
                if (problem.path("status").asInt() != reply.status()) {
                    faults.add("a problem of another status: " + problem);
                }
                if (LEAK.matcher(problem.path("detail").asText()).find()) {
                    faults.add("a problem that tells of code: " + problem);
                }
            } catch (JsonProcessingException notJson) {
                faults.add("no JSON");
            }
        }
    }

    private static long braces(String template) {
        return template.chars().filter(c -> c == '{').count();
    }

    private static boolean fits(String template, String path) {
        StringBuilder pattern = new StringBuilder();
        for (String part : template.split("(?=\\{)|(?<=\\})")) {
            pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return path.matches(pattern.toString());
    }
}
