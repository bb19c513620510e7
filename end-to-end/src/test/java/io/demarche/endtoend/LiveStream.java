package io.demarche.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A reader of the gateway's live stream. */
final class LiveStream implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpURLConnection connection;
    private final BufferedReader lines;

    /** Connects; an empty last id begins now. */
    LiveStream(String url, String key, String lastEventId) throws IOException {
        connection = (HttpURLConnection)
                URI.create(url + "/api/v1/stances/stream").toURL().openConnection();
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty("Authorization", "Bearer " + key);
        if (!lastEventId.isEmpty()) {
            connection.setRequestProperty("Last-Event-ID", lastEventId);
        }
        connection.setReadTimeout((int) PATIENCE.toMillis());
        InputStream body = connection.getInputStream();
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** An event. */
    record Event(String name, String id, String data) {}

    /** The next event that has to do with an article. */
    Event next(String articleId) throws IOException {
        while (true) {
            Event event = new Event(after("event: "), after("id: "), after("data: "));
            if (event.data().contains("\"articleId\":\"" + articleId + "\"")) {
                return event;
            }
        }
    }

    private String after(String start) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
        throw new IOException("the stream has ended");
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
