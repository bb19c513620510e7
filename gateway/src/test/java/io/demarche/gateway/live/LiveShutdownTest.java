package io.demarche.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.gateway.testing.EventReader;
import io.demarche.gateway.testing.LiveAnalysis;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gateway that stops sends its clients away; it lets nobody in again, so this test has it to itself. */
@QuarkusTest
@TestProfile(LiveShutdownTest.Alone.class)
@WithTestResource(LiveAnalysis.class)
class LiveShutdownTest {

    public static class Alone implements QuarkusTestProfile {}

    @TestHTTPResource
    URI server;

    @Inject
    Event<ShutdownDelayInitiatedEvent> stopping;

    @Test
    void endsItsStreamsWithAHint() throws IOException {
        try (EventReader one = new EventReader(server, "", null);
                EventReader other = new EventReader(server, "", null)) {
            stopping.fire(new ShutdownDelayInitiatedEvent());
            for (EventReader reader : List.of(one, other)) {
                assertThat(reader.next()).isNull();
                assertThat(Integer.parseInt(reader.retry())).isBetween(50, 100);
            }
        }
        given().accept("text/event-stream")
                .get("/api/v1/stances/stream")
                .then()
                .statusCode(503)
                .header("Retry-After", "10");
    }
}
