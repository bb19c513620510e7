package io.demarche.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no decent HTTP client sends. */
@QuarkusTest
class RawRequestsTest {

    @TestHTTPResource
    URI server;

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String uri, String... headers) throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return send("GET " + uri + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more + "\r\n");
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
        assertThat(answer).contains("\"status\":" + status).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trial/query?text=%zz",
                "/trial/query?text=%",
                "/trial/query?text=%f",
                "/trial/query?%zz=1",
                "/trial/names/%zz",
                "/trial/names/%ff",
                "/trial/query?text=%ed%a0%80",
                "/trial/names/%c0%af",
                "/trial/query?text={|}",
                "/%zz"
            })
    void brokenPercentEncoding(String uri) throws IOException {
        assertProblem(get(uri), 400);
    }

    @Test
    void soundPercentEncoding() throws IOException {
        assertThat(get("/trial/names/%C3%A9%25")).startsWith("HTTP/1.1 200").endsWith("{\"heard\":\"é%\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept:", "Accept: ", "Accept: ,", "Accept: , ,", "Accept:\r\nAccept: */*"})
    void anAcceptThatListsNothingTakesAnything(String header) throws IOException {
        assertThat(get("/trial/shapes", header)).startsWith("HTTP/1.1 200").endsWith("\"heard\"");
        assertThat(get("/trial/names/a", header)).startsWith("HTTP/1.1 200");
    }

    @Test
    void anEmptyAcceptDoesNotHideTheOther() throws IOException {
        assertThat(get("/trial/shapes", "Accept:", "Accept: text/plain"))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-type: text/plain");
    }

    @Test
    void bodyInChunksThatGrowsTooLarge() throws IOException {
        String chunk = "x".repeat(10_000);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            body.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        assertProblem(
                send("POST /trial/body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + body + "0\r\n\r\n"),
                413);
    }

    @Test
    void bodyIsAnnouncedTooLarge() throws IOException {
        assertProblem(
                send("POST /trial/body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 30000\r\n\r\n" + " ".repeat(30_000)),
                413);
    }

    @Test
    void methodThatDoesNotExist() throws IOException {
        assertProblem(send("BREW /trial/query HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), 405);
    }

    @Test
    void whatTheServerItselfRefusesHasNoPageAndNoTrace() throws IOException {
        assertThat(get("/trial/query?text=" + "x".repeat(70_000))).matches("(?s)HTTP/1.. 414 .*\r\n\r\n");
        assertThat(get("/trial/query", "X-Long: " + "x".repeat(70_000))).matches("(?s)HTTP/1.. 431 .*\r\n\r\n");
    }

    @Test
    void aBodyThatDoesNotCome() throws IOException {
        assertProblem(
                send("POST /trial/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{\"te"),
                408);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "600001", "1.5", "soon", ""})
    void deadlinesThatAreNone(String millis) throws IOException {
        assertProblem(get("/trial/query?text=a", "Demarche-Timeout-Ms: " + millis), 400);
    }

    @Test
    void aDeadlineThatIsOne() throws IOException {
        assertThat(get("/trial/query?text=a", "Demarche-Timeout-Ms: 5000")).startsWith("HTTP/1.1 200");
    }
}
