package io.demarche.gateway.upstream;

import static org.awaitility.Awaitility.await;

import io.demarche.gateway.testing.MisbehavingServices;
import io.demarche.gateway.testing.MisbehavingServices.Manner;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody computes for a caller who has gone. The services may take ten minutes here: nothing else ends the call. */
@QuarkusTest
@WithTestResource(value = MisbehavingServices.class, initArgs = @ResourceArg(name = "timeout", value = "10m"))
class HangingUpTest {

    MisbehavingServices services;

    @TestHTTPResource
    URI server;

    @Test
    void aCallerWhoHangsUpTakesTheCallBack() throws IOException {
        services.behave(Manner.SAYS_NOTHING);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String body = "{\"text\": \"a\"}";
            socket.getOutputStream()
                    .write(("POST /api/v1/analyses HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            await().until(() -> services.asked() == 1);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> services.hungUp() == 1);
    }
}
