package io.demarche.ingest.feed;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nothing is polled but when a test says so, and only from the test's own server. */
public class FeedProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "demarche.feeds.enabled", "false",
                "demarche.feeds.min-words", "20",
                "demarche.feeds.concurrency", "3",
                "demarche.feeds.shutdown-grace", "0.1S",
                "demarche.fetch.allowed-hosts", "127.0.0.1",
                "demarche.fetch.delay", "0S");
    }
}
