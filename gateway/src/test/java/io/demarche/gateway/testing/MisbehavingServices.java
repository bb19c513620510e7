package io.demarche.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Stands in for both services with a bare socket, which can do what no HTTP server does. */
public class MisbehavingServices implements QuarkusTestResourceLifecycleManager {

    /** What a service may do with a request. */
    public enum Manner {
        WELL,
        CLOSES,
        SAYS_NOTHING,
        TRICKLES,
        NO_HTTP,
        STOPS_IN_HEAD,
        STOPS_IN_BODY,
        HALF_CLOSES,
        TRUNCATED_JSON,
        WRONG_TYPES,
        LIST_FOR_OBJECT,
        PAGE,
        NOTHING,
        BROKEN_UTF8,
        DEEP,
        BROKEN_CHUNKS,
        ANNOUNCES_TOO_MUCH,
        NEVER_ENDS,
        LONG_HEAD,
        TWO_LENGTHS
    }

    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Manner> manner = new AtomicReference<>(Manner.WELL);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();
    private final AtomicInteger hungUp = new AtomicInteger();

    private String timeout = "800ms";

    @Override
    public void init(Map<String, String> arguments) {
        timeout = arguments.getOrDefault("timeout", timeout);
    }

    @Override
    public Map<String, String> start() {
        int port = vertx.createNetServer()
                .connectHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return Map.ofEntries(
                Map.entry("demarche.ingest.url", "http://127.0.0.1:" + port),
                Map.entry("demarche.analysis.url", "http://127.0.0.1:" + port),
                Map.entry("demarche.ingest.timeout", timeout),
                Map.entry("demarche.ingest.compute-timeout", timeout),
                Map.entry("demarche.analysis.timeout", timeout),
                Map.entry("demarche.analysis.compute-timeout", timeout),
                Map.entry("demarche.ingest.max-answer", "1M"),
                Map.entry("demarche.analysis.max-answer", "1M"),
                Map.entry("demarche.ingest.retries", "1"),
                Map.entry("demarche.analysis.retries", "1"),
                Map.entry("demarche.ingest.breaker.window", "100000"),
                Map.entry("demarche.analysis.breaker.window", "100000"),
                Map.entry("demarche.cache.fresh", "0s"),
                Map.entry("demarche.cache.patience", "200ms"));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == MisbehavingServices.class);
    }

    public void behave(Manner how) {
        manner.set(how);
        round.incrementAndGet();
        asked.set(0);
        hungUp.set(0);
    }

    /** How many requests there were. */
    public int asked() {
        return asked.get();
    }

    /** How many connections were closed on which something was asked since {@link #behave}. */
    public int hungUp() {
        return hungUp.get();
    }

    private void serve(NetSocket socket) {
        StringBuilder read = new StringBuilder();
        AtomicInteger askedIn = new AtomicInteger(-1);
        socket.closeHandler(closed -> {
            if (askedIn.get() == round.get()) {
                hungUp.incrementAndGet();
            }
        });
        socket.exceptionHandler(broken -> {});
        socket.handler(part -> {
            read.append(part.toString(StandardCharsets.ISO_8859_1));
            int end = read.indexOf("\r\n\r\n");
            if (end > 0 && read.length() >= end + 4 + length(read)) {
                String line = read.substring(0, read.indexOf("\r\n"));
                read.setLength(0);
                askedIn.set(round.get());
                asked.incrementAndGet();
                answer(socket, line, manner.get());
            }
        });
    }

    private static int length(StringBuilder request) {
        int at = request.toString().toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
        return at < 0
                ? 0
                : Integer.parseInt(
                        request.substring(at + 16, request.indexOf("\r\n", at)).strip());
    }

    private void answer(NetSocket socket, String line, Manner how) {
        switch (how) {
            case WELL -> whole(socket, good(line));
            case CLOSES -> socket.close();
            case SAYS_NOTHING -> {}
            case TRICKLES -> {
                socket.write(JSON + "Transfer-Encoding: chunked\r\n\r\n");
                vertx.setPeriodic(20, timer -> {
                    if (socket.writeQueueFull()) {
                        vertx.cancelTimer(timer);
                    } else {
                        socket.write("1\r\n \r\n").onFailure(gone -> vertx.cancelTimer(timer));
                    }
                });
            }
            case NO_HTTP -> socket.write("220 mail.example.org ESMTP\r\n\r\n");
            case STOPS_IN_HEAD -> socket.end(Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Ty"));
            case STOPS_IN_BODY -> socket.end(Buffer.buffer(JSON + "Content-Length: 5000\r\n\r\n{\"items\": ["));
            case HALF_CLOSES ->
                socket.write(JSON + "Content-Length: 5000\r\n\r\n{\"it").onSuccess(sent -> half(socket));
            case TRUNCATED_JSON ->
                whole(socket, good(line).substring(0, good(line).length() / 2));
            case WRONG_TYPES ->
                whole(
                        socket,
                        "{\"id\": 5, \"items\": 7, \"state\": {}, \"text\": [], \"engine\": 1, \"paragraphs\": 4, \"next\": {},"
                                + " \"articleId\": [], \"stances\": true, \"duplicate\": \"maybe\", \"url\": []}");
            case LIST_FOR_OBJECT -> whole(socket, "[1, 2]");
            case PAGE ->
                socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>secret");
            case NOTHING -> socket.write(JSON + "Content-Length: 0\r\n\r\n");
            case BROKEN_UTF8 ->
                socket.write(Buffer.buffer(JSON + "Content-Length: 5\r\n\r\n")
                        .appendBytes(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}));
            case DEEP -> whole(socket, "{\"items\": " + "[".repeat(200_000));
            case BROKEN_CHUNKS -> socket.write(JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
            case ANNOUNCES_TOO_MUCH -> socket.write(JSON + "Content-Length: 9000000000\r\n\r\n{");
            case NEVER_ENDS -> {
                socket.write(JSON + "Transfer-Encoding: chunked\r\n\r\n");
                pour(socket);
            }
            case LONG_HEAD -> socket.write(JSON + "X-Long: " + "a".repeat(200_000) + "\r\nContent-Length: 2\r\n\r\n{}");
            case TWO_LENGTHS -> socket.write(JSON + "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}");
        }
    }

    private static void whole(NetSocket socket, String body) {
        Buffer bytes = Buffer.buffer(body);
        socket.write(Buffer.buffer(JSON + "Content-Length: " + bytes.length() + "\r\n\r\n")
                .appendBuffer(bytes));
    }

    private static void pour(NetSocket socket) {
        socket.write("4000\r\n" + " ".repeat(0x4000) + "\r\n").onSuccess(sent -> pour(socket));
    }

    private static void half(NetSocket socket) {
        if (((io.vertx.core.net.impl.NetSocketInternal) socket)
                        .channelHandlerContext()
                        .channel()
                instanceof io.netty.channel.socket.DuplexChannel channel) {
            channel.shutdownOutput();
        }
    }

    private static String good(String line) {
        if (line.contains("/stances?") || line.contains("/articles?") || line.contains("/feeds?")) {
            return "{\"items\": [], \"next\": null}";
        }
        if (line.contains("/stances ")) {
            return "{\"articleId\": \"" + Samples.ID + "\", \"engineVersion\": \"1\", \"contentHash\": \"a\","
                    + " \"analysedAt\": \"2026-01-31T12:00:00Z\", \"stances\": []}";
        }
        return line.contains("/feeds") ? Samples.FEED : Samples.articleDetails("ANALYSED");
    }
}
