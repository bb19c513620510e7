package io.demarche.gateway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A reader of server-sent events, over a bare socket so that it may also not read. */
public final class EventReader implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final List<String> head = new ArrayList<>();
    private String id = "";
    private String retry = "";

    /** An event. */
    public record Event(String name, String id, String data) {}

    /** Connects and reads the head of the answer. */
    public EventReader(URI server, String query, @Nullable String lastEventId) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(server.getHost(), server.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        socket.getOutputStream()
                .write(("GET /api/v1/stances/stream" + query
                                + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAccept-Encoding: gzip\r\n"
                                + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            head.add(colon < 0 ? line : line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        if (head.get(0).contains(" 200 ")) {
            // The first block says how to come back.
            line("id: ");
        }
    }

    /** Status line and headers, their names in lower case. */
    public List<String> head() {
        return head;
    }

    /** The id that a browser would resume from. */
    public String id() {
        return id;
    }

    public String retry() {
        return retry;
    }

    /** The next event; null at the end of the stream. */
    public @Nullable Event next() throws IOException {
        String name = line("event: ");
        if (name == null) {
            return null;
        }
        String own = line("id: ");
        String data = line("data: ");
        return data == null ? null : new Event(name, own, data);
    }

    /** Waits for a comment. */
    public boolean heartbeat() throws IOException {
        return line(":") != null;
    }

    private @Nullable String line(String start) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("0")) {
                // The last chunk.
                return null;
            }
            if (line.startsWith("retry: ")) {
                retry = line.substring(7);
            }
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            }
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
