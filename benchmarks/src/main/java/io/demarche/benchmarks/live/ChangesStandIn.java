package io.demarche.benchmarks.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The analysis service's changes, without a database. */
final class ChangesStandIn implements Closeable {

    private static final String STANCE =
            """
            {"position": "%s", "articleId": "0198c5a0-7b1e-7000-8000-000000000001", "stance":
             {"id": "0198c5a0-7b1e-7000-8000-000000000002", "articleId": "0198c5a0-7b1e-7000-8000-000000000001",
              "url": "https://example.org/talks", "source": "example.org", "publishedAt": null, "title": "Talks",
              "analysedAt": "2026-01-31T12:02:00Z", "engineVersion": "0.1.0",
              "holder": {"id": "kremlin", "kind": "actor", "name": "Kremlin", "memberOf": ["russia"], "start": 2, "end": 8},
              "target": {"id": "peace-negotiations", "kind": "issue", "name": "peace negotiations", "memberOf": [], "start": 18, "end": 26},
              "polarity": "SUPPORT", "score": 0.65, "confidence": 0.8, "manner": ["CONDITIONAL"], "act": null,
              "attribution": {"kind": "AUTHOR", "speaker": null, "quoted": false, "medium": "Reuters"},
              "evidence": {"sentence": {"start": 0, "end": 27, "text": "Moscow welcomed the plan."},
                           "cue": {"start": 9, "end": 17}, "condition": null}}}""";

    private final HttpServer server;
    private final List<String> positions = new ArrayList<>();

    ChangesStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/stances/changes", this::answer);
        server.start();
        store();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Stores a stance; gives the position of its change. */
    synchronized String store() {
        String position = String.format("%016x%016x%040x", 1, positions.size() + 1, 1);
        positions.add(position);
        return position;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        byte[] body = page(query == null ? null : query.replaceAll(".*after=([0-9a-f]+).*", "$1"))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized String page(@org.jspecify.annotations.Nullable String after) {
        String items = after == null
                ? ""
                : positions.stream()
                        .filter(position -> position.compareTo(after) > 0)
                        .map(STANCE::formatted)
                        .collect(Collectors.joining(","));
        return "{\"items\": [" + items + "], \"next\": \"" + positions.get(positions.size() - 1)
                + "\", \"more\": false}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
