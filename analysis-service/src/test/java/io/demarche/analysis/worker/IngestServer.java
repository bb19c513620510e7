package io.demarche.analysis.worker;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ingest service that the test writes the answers of. */
public final class IngestServer implements QuarkusTestResourceLifecycleManager {

    private static @Nullable WireMockServer running;

    static WireMockServer server() {
        WireMockServer server = running;
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }

    @Override
    public Map<String, String> start() {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        running = server;
        return Map.of("demarche.ingest.url", server.baseUrl());
    }

    @Override
    public void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }
}
