package io.demarche.ingest.fetch;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Lets the service ask the test's own server, and only by this spelling of its address. */
public class LocalPages implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("demarche.fetch.allowed-hosts", "127.0.0.1", "demarche.fetch.delay", "0S");
    }
}
