package io.demarche.platform.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How the services of one installation know each other. */
@ConfigMapping(prefix = "demarche.service")
public interface ServiceTokenConfig {

    /** Secret that all services of one installation share; sent as a bearer token. Without one, a service stays on loopback. */
    Optional<String> token();

    /** Whether this service answers only callers that show the token. */
    @WithDefault("false")
    boolean required();
}
