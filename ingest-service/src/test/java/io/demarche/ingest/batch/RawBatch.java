package io.demarche.ingest.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One batch over a socket of its own: what is sent when, and what has come back, is up to the test. */
final class RawBatch implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int chunk;

    RawBatch(URI server, String... headers) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        raw("POST /articles/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n" + more
                + "Transfer-Encoding: chunked\r\n\r\n");
    }

    static String article(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(new LinkedHashMap<>(fields)) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        raw(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        raw("\r\n");
    }

    void end() throws IOException {
        raw("0\r\n\r\n");
    }

    /** The status line and headers. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        String line = line();
        while (!line.isEmpty()) {
            head.append(line).append('\n');
            line = line();
        }
        return head.toString();
    }

    /** The next line of the answer; a missing node at its end. */
    JsonNode next() throws IOException {
        kept.reset();
        while (true) {
            if (chunk == 0) {
                chunk = Integer.parseInt(line(), 16);
                if (chunk == 0) {
                    return JSON.missingNode();
                }
            }
            int read = in.read();
            chunk--;
            if (chunk == 0) {
                line();
            }
            if (read == '\n') {
                return JSON.readTree(kept.toByteArray());
            }
            kept.write(read);
        }
    }

    /** Breaks the connection off, with what was sent on its way. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("the answer broke off after: " + line);
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
