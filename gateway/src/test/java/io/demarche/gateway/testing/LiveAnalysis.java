package io.demarche.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands in for the analysis service where changes and long answers are concerned. */
public class LiveAnalysis implements QuarkusTestResourceLifecycleManager {

    private static final int PAGE = 10;
    private static final String DATABASE = "6a3f0c52e1b7d904";

    private final Vertx vertx = Vertx.vertx();
    private final List<JsonObject> log = new ArrayList<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger told = new AtomicInteger();
    private final List<HttpServerRequest> open = new CopyOnWriteArrayList<>();
    private final List<Runnable> held = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile boolean holding;
    private volatile @Nullable String refusedBefore;

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer().requestHandler(this::serve);
        int port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return Map.ofEntries(
                Map.entry("demarche.analysis.url", "http://127.0.0.1:" + port),
                Map.entry("demarche.analysis.breaker.window", "100000"),
                Map.entry("demarche.live.poll", "20ms"),
                Map.entry("demarche.live.away-max", "100ms"),
                Map.entry("demarche.live.heartbeat", "100ms"),
                Map.entry("demarche.live.patience", "1s"),
                Map.entry("demarche.live.retry", "50ms"),
                Map.entry("demarche.live.ring", "40"),
                Map.entry("demarche.live.max-clients", "6"),
                Map.entry("demarche.live.catch-ups", "1"));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == LiveAnalysis.class);
    }

    public void forget() {
        asked.clear();
        told.set(0);
        open.clear();
        release();
        away = false;
        refusedBefore = null;
    }

    /** Stores a stance; gives the position of its change. */
    public String add(String holder, String memberOf, String sentence) {
        JsonObject stance = new JsonObject(Samples.storedStance());
        stance.getJsonObject("holder").put("id", holder).put("memberOf", new JsonArray().add(memberOf));
        stance.getJsonObject("evidence").getJsonObject("sentence").put("text", sentence);
        return log(new JsonObject().put("articleId", Samples.ID).put("stance", stance));
    }

    public String remove() {
        return log(new JsonObject().put("articleId", Samples.ID).putNull("stance"));
    }

    private synchronized String log(JsonObject change) {
        String position = position(log.size() + 1);
        log.add(change.put("position", position));
        return position;
    }

    public static String position(int number) {
        return DATABASE + String.format("%016x", number) + "0".repeat(40);
    }

    public void away(boolean now) {
        away = now;
    }

    /** Answers no question for changes before {@link #release}. */
    public void hold() {
        holding = true;
    }

    /** Answers what was asked meanwhile. */
    public void release() {
        holding = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    public void refuseBefore(String position) {
        refusedBefore = position;
    }

    /** The queries for changes so far. */
    public List<Map<String, String>> asked() {
        return asked;
    }

    /** How many changes were told, to all readers together. */
    public int told() {
        return told.get();
    }

    /** Long answers that wait to go on. */
    public List<HttpServerRequest> open() {
        return open;
    }

    private void serve(HttpServerRequest request) {
        if (away) {
            request.connection().close();
        } else if (request.path().equals("/stances/changes")) {
            Map<String, String> query = new java.util.TreeMap<>();
            request.params().forEach(one -> query.put(one.getKey(), one.getValue()));
            asked.add(query);
            if (holding) {
                held.add(() -> changes(request, query));
            } else {
                changes(request, query);
            }
        } else {
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", request.getHeader("Accept"))
                    .write("{\"line\":1}\n");
            open.add(request);
        }
    }

    private synchronized void changes(HttpServerRequest request, Map<String, String> query) {
        String after = query.get("after");
        String refused = refusedBefore;
        if (after != null && refused != null && after.compareTo(refused) < 0) {
            request.response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(
                            "{\"type\": \"/problems/bad-request\", \"title\": \"A\", \"status\": 400, \"detail\": \"old\"}");
            return;
        }
        int from = after == null
                ? log.size()
                : (int) log.stream()
                        .filter(change -> change.getString("position").compareTo(after) <= 0)
                        .count();
        int to = Math.min(log.size(), from + PAGE);
        String holder = query.get("holder");
        List<JsonObject> items = log.subList(from, to).stream()
                .filter(change -> holder == null
                        || change.getJsonObject("stance") == null
                        || change.getJsonObject("stance")
                                .getJsonObject("holder")
                                .getString("id")
                                .equals(holder))
                .toList();
        told.addAndGet(items.size());
        String last = to == 0 ? position(0) : log.get(to - 1).getString("position");
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("items", new JsonArray(items))
                        .put("next", last)
                        .put("more", to < log.size())
                        .encode());
    }
}
