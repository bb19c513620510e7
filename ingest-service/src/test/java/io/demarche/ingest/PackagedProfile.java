package io.demarche.ingest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Of all tests of what was built, so that they share a process: feeds and pages come from this machine, and at once. */
public final class PackagedProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "demarche.feeds.look", "0.2S",
                "demarche.feeds.min-words", "20",
                "demarche.fetch.allowed-hosts", "127.0.0.1",
                "demarche.fetch.delay", "0S");
    }
}
