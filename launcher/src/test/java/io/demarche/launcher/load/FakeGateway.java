package io.demarche.launcher.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers batches as the gateway does: a text "bad" is bad, "known" is known. */
final class FakeGateway {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "0198c5a0-7b1e-7000-8000-000000000001";

    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private int refusals;
    private int refusalStatus;
    private int refusalSeconds;
    private int lineFrom = Integer.MAX_VALUE;
    private int lineSeconds;
    private int breaks;
    private boolean countOnly;
    private int longestCall;

    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/v1/articles/batch", this::serve);
        server.start();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was stored: the text or page, behind the address when there is one. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    void refuseCalls(int times, int status, int seconds) {
        refusals = times;
        refusalStatus = status;
        refusalSeconds = seconds;
    }

    /** The lines of the next call that is not refused, from this one on. */
    void refuseLines(int from, int seconds) {
        lineFrom = from;
        lineSeconds = seconds;
    }

    /** So many calls are answered by half. */
    void breakOff(int times) {
        breaks = times;
    }

    void countOnly() {
        countOnly = true;
    }

    int longestCall() {
        return longestCall;
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!"Bearer dmk_key".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        longestCall = Math.max(longestCall, body.length);
        if (refusals > 0) {
            refusals--;
            exchange.getResponseHeaders().add("Retry-After", Integer.toString(refusalSeconds));
            exchange.sendResponseHeaders(refusalStatus, -1);
            exchange.close();
            return;
        }
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\n");
        StringBuilder answers = new StringBuilder();
        for (int i = 1; i <= lines.length; i++) {
            if (breaks > 0 && i > lines.length / 2) {
                break;
            }
            answers.append(i >= lineFrom ? later(i) : answer(i, lines[i - 1])).append('\n');
        }
        lineFrom = Integer.MAX_VALUE;
        byte[] sent = answers.toString().getBytes(StandardCharsets.UTF_8);
        if (breaks > 0) {
            breaks--;
        }
        exchange.sendResponseHeaders(200, sent.length);
        exchange.getResponseBody().write(sent);
        exchange.close();
    }

    private String later(int line) {
        return "{\"line\":" + line + ",\"problem\":{\"status\":503,\"detail\":\"later\"},\"retryAfter\":" + lineSeconds
                + "}";
    }

    private String answer(int line, String json) throws IOException {
        JsonNode article = JSON.readTree(json);
        String text = article.path("text").asText(article.path("html").asText());
        if (text.equals("bad")) {
            return "{\"line\":" + line + ",\"problem\":{\"status\":400,\"detail\":\"text: is bad\"}}";
        }
        if (!countOnly && !text.equals("known")) {
            texts.add((article.has("url") ? article.path("url").asText() + " " : "") + text);
        }
        return "{\"line\":" + line + ",\"id\":\"" + ID + "\",\"state\":\"PENDING\",\"duplicate\":"
                + text.equals("known") + "}";
    }
}
