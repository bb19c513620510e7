package io.demarche.gateway.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.gateway.testing.ShownTokens;
import io.demarche.gateway.testing.StreamingIngest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams go through as they come, both ways, and what breaks on one side breaks on the other. */
@QuarkusTest
@WithTestResource(StreamingIngest.class)
class ArticleBatchResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] LINE = "{\"text\": \"a\"}\n".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource
    URI server;

    StreamingIngest ingest;

    @BeforeEach
    void forget() {
        ingest.forget();
    }

    /** A call whose body goes out piece by piece. */
    private final class Call implements AutoCloseable {
        private final Socket socket = new Socket(server.getHost(), server.getPort());
        private final OutputStream out = socket.getOutputStream();
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Call() throws IOException {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            write("POST /api/v1/articles/batch HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n"
                    + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        void send(String text) throws IOException {
            write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        String awaitLine(String part) throws IOException {
            String line = in.readLine();
            while (line != null && !line.contains(part)) {
                line = in.readLine();
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void linesAreAnsweredWhileMoreAreSent() throws IOException {
        try (Call call = new Call()) {
            assertThat(call.in.readLine()).startsWith("HTTP/1.1 200");
            for (int i = 1; i <= 5; i++) {
                call.send("{\"text\": \"a\"}\n");
                assertThat(call.awaitLine("{\"line\":" + i + "}")).isNotNull();
            }
            call.write("0\r\n\r\n");
            assertThat(call.awaitLine("0")).isEqualTo("0");
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ingest.ended()).isEqualTo(1));
        assertThat(ShownTokens.audience(ingest.authorization())).isEqualTo("ingest");
        assertThat(ingest.trace()).matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00");
    }

    @Test
    void aStreamMayBeLongerThanAnyOtherBody() throws IOException {
        int lines = 200_000;
        try (Call call = new Call()) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    String many = ("{\"text\": \"" + "a".repeat(100) + "\"}\n").repeat(1_000);
                    for (int i = 0; i < lines / 1_000; i++) {
                        call.send(many);
                    }
                    call.write("0\r\n\r\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(call.awaitLine("{\"line\":" + lines + "}")).isNotNull();
            sending.join();
        }
    }

    @Test
    void aKnownLengthMayBeLongToo() throws IOException, InterruptedException {
        byte[] body = new byte[20 * 1024 * 1024];
        Arrays.fill(body, (byte) ' ');
        for (int at = 1024 * 1024; at <= body.length; at += 1024 * 1024) {
            body[at - 1] = '\n';
        }
        // REST Assured takes many seconds for such a body.
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/api/v1/articles/batch"))
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(answer.body()).endsWith("{\"line\":20}\n");
    }

    @Test
    void aBrokenCallIsNotEndedBehindTheGateway() throws IOException {
        try (Call call = new Call()) {
            call.send("{\"text\": \"a\"}\n{\"te");
            assertThat(call.awaitLine("{\"line\":1}")).isNotNull();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ingest.broken()).isEqualTo(1));
        assertThat(ingest.ended()).isZero();
    }

    @Test
    void aServiceThatBreaksOffBreaksTheAnswer() throws IOException {
        ingest.breakAfter(1);
        try (Call call = new Call()) {
            call.send("{\"text\": \"a\"}\n");
            assertThat(call.awaitLine("{\"line\":1}")).isNotNull();
            // Not the last chunk, which would say that this is all.
            assertThat(call.awaitLine("0")).isNull();
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    @Test
    void whatTheServiceRefusesIsTold() {
        ingest.refuseWith(503);
        given().contentType("application/x-ndjson")
                .body(LINE)
                .post("/api/v1/articles/batch")
                .then()
                .statusCode(503)
                .header("Retry-After", "7")
                .contentType("application/problem+json");
        ingest.refuseWith(500);
        given().contentType("application/x-ndjson")
                .body(LINE)
                .post("/api/v1/articles/batch")
                .then()
                .statusCode(502);
    }

    @Test
    void onlyNdjsonIsTaken() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/articles/batch")
                .then()
                .statusCode(415);
    }
}
