package io.demarche.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.gateway.load.LoadShedder;
import io.demarche.gateway.testing.MisbehavingServices;
import io.demarche.gateway.testing.MisbehavingServices.Manner;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody computes for a caller who has gone. The services may take ten minutes here: nothing else ends the call. */
@QuarkusTest
@WithTestResource(value = MisbehavingServices.class, initArgs = @ResourceArg(name = "timeout", value = "10m"))
class HangingUpTest {

    MisbehavingServices services;

    @TestHTTPResource
    URI server;

    @Inject
    LoadShedder shedder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/analyses HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 13\r\n",
                "POST /api/v1/articles HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 13\r\n",
                "POST /api/v1/articles HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 13\r\nIdempotency-Key: a\r\n",
                "GET /api/v1/stances HTTP/1.1\r\n",
                "GET /api/v1/stances/stream HTTP/1.1\r\n"
            })
    void aCallerWhoHangsUpTakesTheCallBack(String head) throws IOException {
        services.behave(Manner.SAYS_NOTHING);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write((head + "Host: a\r\n\r\n" + (head.startsWith("POST") ? "{\"text\": \"a\"}" : ""))
                            .getBytes(StandardCharsets.UTF_8));
            await().until(() -> services.asked() == 1);
            assertThat(underWay()).isEqualTo(1);
        }
        if (!head.contains("/stream")) {
            // The beginning of the live stream is one for all who come.
            await().atMost(Duration.ofSeconds(30)).until(() -> services.hungUp() == 1);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> underWay() == 0);
    }

    private int underWay() {
        return shedder.standing().stream()
                .mapToInt(LoadShedder.Standing::underWay)
                .sum();
    }
}
