package io.demarche.platform.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the services of one installation know each other. */
@ConfigMapping(prefix = "demarche.service")
public interface ServiceConfig {

    /** What this service is called in tokens: who makes them, and whom they are for. */
    @WithDefault("${quarkus.application.name}")
    String name();

    /**
     * Secret that all services of one installation share, at least 32 bytes. Tokens are signed with it; it never travels
     * itself. Without one, a service stays on loopback.
     */
    Optional<String> secret();

    /** The secret before the present one: what it has signed is still accepted. For changing secrets without a stop. */
    Optional<String> previousSecret();

    /** Whether this service answers only callers that show a token. */
    @WithDefault("false")
    boolean required();

    /** Names of the services whose tokens are accepted. */
    Optional<Set<String>> callers();

    /** Addresses of the services that this one calls, by their names; nobody else is shown a token. */
    Map<String, URI> callees();

    /** How far the clocks of two machines may be apart. */
    @WithDefault("15s")
    Duration clockSkew();
}
