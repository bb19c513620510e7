package io.demarche.benchmarks.live;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that listens and seldom reads. */
final class IdleClient implements Closeable {

    private static final int TRIES = 600;
    private static final long PAUSE_MILLIS = 100;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int BUFFER = 512;

    private final Socket socket;
    private final BufferedReader in;

    /** Connects, and reads the beginning of the stream. */
    IdleClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), BUFFER);
        socket.getOutputStream()
                .write(("GET /api/v1/stances/stream?holder=russia HTTP/1.1\r\nHost: localhost\r\n"
                                + "Accept: text/event-stream\r\nAccept-Encoding: gzip, deflate\r\nUser-Agent: benchmark\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        await("id: ");
    }

    /** Waits until the gateway answers. */
    static void awaitReady(int port) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try {
                new IdleClient(port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        throw new IOException("the gateway is not ready");
    }

    /** Reads up to a line that begins like this. */
    void await(String start) throws IOException {
        String line;
        do {
            line = in.readLine();
            if (line == null) {
                throw new IOException("the stream has ended");
            }
        } while (!line.startsWith(start));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
