package io.demarche.gateway.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/** Stands in for the services behind the gateway. */
public class FakeServices implements QuarkusTestResourceLifecycleManager {

    /** A test's field for the stand-in of the ingest service. */
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Ingest {}

    /** A test's field for the stand-in of the analysis service. */
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Analysis {}

    /** What the gateway signs its tokens with. */
    public static final String SECRET = "secret-of-the-tests-0123456789-0123456789";

    private String timeout = "30s";
    private int window;
    private boolean cache;
    private final WireMockServer ingest = server();
    private final WireMockServer analysis = server();

    @Override
    public Map<String, String> start() {
        ingest.start();
        analysis.start();
        return Map.ofEntries(
                Map.entry("demarche.ingest.url", ingest.baseUrl()),
                // Each test answers the same question in its own way; those of the cache turn it on.
                Map.entry("demarche.cache.enabled", Boolean.toString(cache)),
                Map.entry("demarche.analysis.url", analysis.baseUrl()),
                Map.entry("demarche.service.secret", SECRET),
                // Long, so that a busy machine does not make the tests fail; SlowServicesTest sets its own.
                Map.entry("demarche.ingest.timeout", timeout),
                Map.entry("demarche.ingest.compute-timeout", timeout),
                Map.entry("demarche.ingest.status-timeout", timeout),
                Map.entry("demarche.analysis.timeout", timeout),
                Map.entry("demarche.analysis.compute-timeout", timeout),
                Map.entry("demarche.analysis.status-timeout", timeout),
                // The tests fail on purpose, more often than any breaker would stand; BreakerTest sets its own.
                Map.entry("demarche.analysis.breaker.window", "100000"),
                Map.entry("demarche.ingest.breaker.window", Integer.toString(window)));
    }

    @Override
    public void init(Map<String, String> arguments) {
        timeout = arguments.getOrDefault("timeout", "30s");
        cache = Boolean.parseBoolean(arguments.getOrDefault("cache", "false"));
        window = Integer.parseInt(arguments.getOrDefault("window", "100000"));
    }

    @Override
    public void stop() {
        ingest.stop();
        analysis.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        // The servers outlive a test class; what one class has stubbed is no business of the next.
        ingest.resetAll();
        analysis.resetAll();
        injector.injectIntoFields(ingest, new TestInjector.AnnotatedAndMatchesType(Ingest.class, WireMockServer.class));
        injector.injectIntoFields(
                analysis, new TestInjector.AnnotatedAndMatchesType(Analysis.class, WireMockServer.class));
    }

    private static WireMockServer server() {
        return new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .gzipDisabled(true));
    }
}
