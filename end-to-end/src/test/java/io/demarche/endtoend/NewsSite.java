package io.demarche.endtoend;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A site with a front page that names a feed, the feed, and its articles. */
final class NewsSite implements AutoCloseable {

    private final HttpServer server;
    private final StringBuilder items = new StringBuilder();

    NewsSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/robots.txt", "text/plain", () -> "User-agent: *\nDisallow: /private\n");
        serve(
                "/feed.xml",
                "application/rss+xml",
                () -> "<rss version='2.0'><channel><title>News</title>" + items + "</channel></rss>");
        serve(
                "/",
                "text/html",
                () ->
                        "<html><head><link rel='alternate' type='application/rss+xml' href='/feed.xml'></head><body>News</body></html>");
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void article(String path, String title, String text) {
        items.append("<item><title>")
                .append(title)
                .append("</title><link>")
                .append(url(path))
                .append("</link></item>");
        String page = "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" + text
                + "</p></article></body></html>";
        serve(path, "text/html", () -> page);
    }

    private void serve(String path, String type, Supplier<String> body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
