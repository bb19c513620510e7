package io.demarche.platform.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides who may call this service. */
@Singleton
public final class ServiceDoor {

    private static final String SCHEME = "Bearer ";

    private final boolean guarded;
    private final TokenVerifier verifier;
    private final Counter refused;

    @Inject
    ServiceDoor(ServiceConfig config, MeterRegistry metrics) {
        this(config, metrics, Clock.systemUTC());
    }

    ServiceDoor(ServiceConfig config, MeterRegistry metrics, Clock clock) {
        // Without a secret the service listens on loopback only, and there to everybody: see TokenGuard.
        this.guarded = config.required() && SigningKey.signing(config).isPresent();
        this.verifier = new TokenVerifier(
                config.name(),
                config.callers().orElse(Set.of()),
                guarded ? SigningKey.accepted(config).toList() : List.of(),
                config.clockSkew(),
                clock);
        this.refused = Counter.builder("demarche.service.tokens.refused")
                .description("Requests without a service token that opens this service")
                .register(metrics);
    }

    /** Whether a request with this {@code Authorization} header may come in. */
    boolean opensFor(@Nullable String authorization) {
        if (!guarded) {
            return true;
        }
        boolean opens = authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && verifier.caller(authorization.substring(SCHEME.length()).strip())
                        .isPresent();
        if (!opens) {
            refused.increment();
        }
        return opens;
    }
}
