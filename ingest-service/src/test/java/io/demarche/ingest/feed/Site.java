package io.demarche.ingest.feed;

import io.demarche.ingest.Api;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A news site on this machine. */
final class Site implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Consumer<HttpServerRequest>> pages = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final int port;

    Site() {
        port = vertx.createHttpServer()
                .requestHandler(request -> {
                    requests.add(request.path());
                    pages.getOrDefault(request.path(), missing -> answer(missing, 404, ""))
                            .accept(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    static void answer(HttpServerRequest request, int status, String body) {
        request.response().setStatusCode(status).end(body);
    }

    String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    void on(String path, Consumer<HttpServerRequest> handler) {
        pages.put(path, handler);
    }

    /** A document with a validator, which is answered with 304 when it is known. */
    void document(String path, String type, String body, String... headers) {
        String etag = "\"" + body.hashCode() + "\"";
        on(path, request -> {
            request.response().putHeader("content-type", type).putHeader("etag", etag);
            for (int i = 0; i < headers.length; i += 2) {
                request.response().putHeader(headers[i], headers[i + 1]);
            }
            boolean known = etag.equals(request.getHeader("if-none-match"));
            answer(request, known ? 304 : 200, known ? "" : body);
        });
    }

    void status(String path, int status, String... headers) {
        on(path, request -> {
            for (int i = 0; i < headers.length; i += 2) {
                request.response().putHeader(headers[i], headers[i + 1]);
            }
            answer(request, status, "");
        });
    }

    /** A page with an article of its own. */
    void article(String path) {
        document(path, "text/html", "<html><body><article>" + content(path) + "</article></body></html>");
    }

    static String content(String name) {
        return "<p>" + Api.text(name).replace("\n\n", "</p><p>") + "</p>";
    }

    /** A feed whose items are named by their paths, newest first. */
    void feed(String path, String... items) {
        document(path, "application/rss+xml", rss(List.of(items)));
    }

    private String rss(List<String> items) {
        StringBuilder text = new StringBuilder("<rss version='2.0'><channel><title>The Post</title>");
        for (String item : items) {
            text.append("<item><title>About ")
                    .append(item)
                    .append("</title><link>")
                    .append(item)
                    .append("</link></item>");
        }
        return text.append("</channel></rss>").toString();
    }

    long asked(String path) {
        return requests.stream().filter(path::equals).count();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
