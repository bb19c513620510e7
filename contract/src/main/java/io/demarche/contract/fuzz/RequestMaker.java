package io.demarche.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.contract.document.Document;
import io.demarche.contract.document.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests from a document: most are meant for one of its operations and valid but for one oddity. Equal seeds make
 * equal requests.
 */
public final class RequestMaker {

    private static final String JSON = "application/json";

    private final Document document;
    private final Random random;
    private final Values values;
    private final OddBodies bodies;
    private final HeaderTricks tricks;
    private final List<String> common;

    /**
     * Makes them.
     *
     * @param known values by the name of their field or query parameter, or of a path's parameter and what it names ({@code
     *     feeds.id}), such as ids that are there and addresses that answer
     * @param common headers that every request bears, such as the host and a key
     */
    public RequestMaker(Document document, Random random, Map<String, List<String>> known, List<String> common) {
        this.document = document;
        this.random = random;
        this.values = new Values(document, random, known);
        this.bodies = new OddBodies(random);
        this.tricks = new HeaderTricks(random);
        this.common = List.copyOf(common);
    }

    /** The next request, for any operation. */
    public Attempt next() {
        return next(Odd.pick(random, document.operations()));
    }

    /** The next request, for this operation, if it is sound enough to reach one. */
    public Attempt next(Operation operation) {
        Oddity oddity = Odd.pick(random, Oddity.FOR_ALL);
        String method = oddity == Oddity.METHOD ? tricks.method(operation.method()) : operation.method();
        String path = path(operation, oddity == Oddity.PATH);
        String query = query(operation, oddity == Oddity.QUERY);
        List<String> headers = new ArrayList<>(common);
        if (!tricks.addAccept(headers, oddity == Oddity.ACCEPT)) {
            headers.add("Accept: */*");
        }
        byte[] body = new byte[0];
        for (Map.Entry<String, JsonNode> content : operation.requestContent().entrySet()) {
            body = body(content.getKey(), content.getValue(), oddity);
            if (oddity == Oddity.CONTENT_TYPE) {
                tricks.addContentType(headers);
            } else {
                headers.add("Content-Type: " + content.getKey());
            }
        }
        headerParameters(operation, oddity == Oddity.HEADERS).forEach(headers::add);
        Attempt sound = new Attempt(method, path + query, "HTTP/1.1", headers, body, false);
        return oddity == Oddity.HTTP ? tricks.broken(sound) : tricks.framed(sound, oddity == Oddity.HEADERS);
    }

    private String path(Operation operation, boolean odd) {
        String path = operation.path();
        for (Map.Entry<String, JsonNode> parameter :
                operation.parameters("path").entrySet()) {
            String name = parameter.getKey();
            String value = odd
                    ? Odd.id(random)
                    : values.of(kind(operation) + name, parameter.getValue().path("schema"))
                            .asText();
            path = path.replace("{" + name + "}", encoded(value));
        }
        if (odd && !operation.path().contains("{") || odd && random.nextInt(3) == 0) {
            path = bentPath(path);
        }
        return path;
    }

    /** Ids are of one kind of thing each: {@code articles.id}, {@code feeds.id}. */
    private static String kind(Operation operation) {
        String before = operation.path().substring(0, operation.path().indexOf("/{"));
        return before.substring(before.lastIndexOf('/') + 1) + ".";
    }

    private String bentPath(String path) {
        return switch (random.nextInt(9)) {
            case 0 -> path + "/";
            case 1 -> path + "//";
            case 2 -> path + "/" + encoded(Odd.any(random));
            case 3 -> path.toUpperCase(Locale.ROOT);
            case 4 -> path + ";a=b";
            case 5 -> path.replaceFirst("/v1/", "/v1/../v1/");
            case 6 -> path.replaceFirst("/v1", "/v2");
            case 7 -> path + "%2F..%2F";
            default -> path + "%zz";
        };
    }

    private String query(Operation operation, boolean odd) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> parameter :
                operation.parameters("query").entrySet()) {
            if (random.nextInt(4) == 0) {
                JsonNode value =
                        values.of(parameter.getKey(), parameter.getValue().path("schema"));
                if (value.isArray()) {
                    value.forEach(one -> parts.add(parameter.getKey() + "=" + encoded(one.asText())));
                } else if (!value.isNull()) {
                    parts.add(parameter.getKey() + "=" + encoded(value.asText()));
                }
            }
        }
        if (odd) {
            bendQuery(parts, new ArrayList<>(operation.parameters("query").keySet()));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private void bendQuery(List<String> parts, List<String> names) {
        String name = names.isEmpty() ? "limit" : Odd.pick(random, names);
        switch (random.nextInt(10)) {
            case 0 -> parts.add(encoded(Odd.any(random)) + "=" + encoded(Odd.any(random)));
            case 1 -> {
                parts.add(name + "=1");
                parts.add(name + "=2");
            }
            case 2 -> parts.add(name + "=%zz");
            case 3 -> parts.add(name + "=%ff%fe");
            case 4 -> parts.add(name);
            case 5 -> parts.add(name + "=" + "x".repeat(random.nextInt(12_000)));
            case 6 -> parts.add("&&=&" + name + "==");
            case 7 -> parts.add("cursor=" + oddCursor());
            default -> parts.add(name + "=" + encoded(Odd.any(random)));
        }
    }

    private String oddCursor() {
        StringBuilder cursor = new StringBuilder(
                values.of("cursor", document.root().path("none")).asText());
        for (int i = 0; i < 3 && cursor.length() > 0; i++) {
            cursor.setCharAt(
                    random.nextInt(cursor.length()), "ABCDEFGHIJKLMNOPQRSTUVWXYZabc012_-".charAt(random.nextInt(34)));
        }
        return encoded(cursor.toString());
    }

    private List<String> headerParameters(Operation operation, boolean odd) {
        List<String> headers = new ArrayList<>();
        operation.parameters("header").forEach((name, parameter) -> {
            if (odd || parameter.path("required").asBoolean() || random.nextInt(3) == 0) {
                String value = odd
                        ? Odd.any(random)
                        : values.of(name, parameter.path("schema")).asText();
                headers.add(name + ": " + value.replaceAll("[^ -~]", "?"));
            }
        });
        return headers;
    }

    private byte[] body(String type, JsonNode content, Oddity oddity) {
        if (!type.equals(JSON)) {
            return lines(content, oddity).getBytes(StandardCharsets.UTF_8);
        }
        JsonNode value = values.of("body", content.path("schema"));
        return switch (oddity) {
            case VALUE -> bodies.bent(value).toString().getBytes(StandardCharsets.UTF_8);
            case BODY -> bodies.broken(value);
            default -> value.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private String lines(JsonNode content, Oddity oddity) {
        StringBuilder lines = new StringBuilder();
        JsonNode item = content.at("/schema/contentSchema");
        for (int i = random.nextInt(4); i >= 0; i--) {
            JsonNode value = values.of("line", item);
            if (oddity == Oddity.BODY) {
                lines.append(new String(bodies.broken(value), StandardCharsets.ISO_8859_1));
            } else {
                lines.append(oddity == Oddity.VALUE ? bodies.bent(value) : value);
            }
            lines.append(random.nextInt(8) == 0 ? "\r\n\n" : "\n");
        }
        return lines.toString();
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
