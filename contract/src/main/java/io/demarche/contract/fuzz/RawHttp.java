package io.demarche.contract.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Sends requests byte by byte as they are, which no decent HTTP client does; one connection each. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int INTERIM = 200;

    private final InetSocketAddress server;

    /** Of this server. */
    public RawHttp(InetSocketAddress server) {
        this.server = server;
    }

    /**
     * Sends one.
     *
     * @throws IOException when nobody is there, or no answer comes in half a minute
     */
    public Reply send(Attempt attempt) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(attempt.bytes());
                out.flush();
            } catch (SocketException brokenOff) {
                // The answer may be there all the same: who is turned away early need not be heard out.
            }
            return read(new BufferedInputStream(socket.getInputStream()), attempt.method());
        }
    }

    private static Reply read(InputStream in, String method) throws IOException {
        int status = 0;
        Map<String, List<String>> headers = new HashMap<>();
        try {
            do {
                String line = line(in);
                if (line == null) {
                    return new Reply(0, Map.of(), new byte[0], null);
                }
                String[] parts = line.split(" ", 3);
                if (parts.length < 2 || !parts[0].matches("HTTP/\\d\\.\\d") || !parts[1].matches("[1-5]\\d\\d")) {
                    return new Reply(0, Map.of(), new byte[0], "not a status line: " + line);
                }
                status = Integer.parseInt(parts[1]);
                headers = headers(in);
            } while (status < INTERIM);
            return new Reply(status, headers, unpacked(body(in, status, method, headers), headers), null);
        } catch (SocketException brokenOff) {
            return new Reply(status, headers, new byte[0], status == 0 ? null : "broken off: " + brokenOff);
        } catch (EOFException | NumberFormatException unframed) {
            return new Reply(status, headers, new byte[0], "badly framed: " + unframed);
        }
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static byte[] unpacked(byte[] body, Map<String, List<String>> headers) throws IOException {
        boolean packed = headers.getOrDefault("content-encoding", List.of()).contains("gzip");
        if (!packed || body.length == 0) {
            return body;
        }
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unpacking.readAllBytes();
        }
    }

    private static byte[] body(InputStream in, int status, String method, Map<String, List<String>> headers)
            throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304 || isEndless(headers)) {
            return new byte[0];
        }
        if (headers.containsKey("transfer-encoding")) {
            return chunks(in);
        }
        if (headers.containsKey("content-length")) {
            int length = Integer.parseInt(headers.get("content-length").get(0));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("short body");
            }
            return body;
        }
        return in.readAllBytes();
    }

    /** Events come for as long as somebody listens: that they begin is all that can be waited for. */
    private static boolean isEndless(Map<String, List<String>> headers) {
        return headers.getOrDefault("content-type", List.of()).stream()
                .anyMatch(type -> type.startsWith("text/event-stream"));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = line(in);
            if (line == null) {
                throw new EOFException("no last chunk");
            }
            int length = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            body.writeBytes(in.readNBytes(length));
            line(in);
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(b);
        }
        return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }
}
