package io.demarche.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who may reach the gateway, and how often. */
@ConfigMapping(prefix = "demarche.access")
interface AccessConfig {

    /** File of API keys, as {@code ./demarche key} writes it. Without one, and without OpenID Connect, nobody is asked for a key. */
    Optional<Path> keys();

    /** How often the file is looked at for changes; what was revoked is refused after that time at the latest. */
    @WithDefault("500ms")
    Duration look();

    /** How many requests a minute a caller may send whose key says nothing else. */
    @WithDefault("3000")
    int ratePerMinute();

    /** For how many seconds' worth of requests a caller who was quiet may send at once. */
    @WithDefault("10")
    int burstSeconds();

    /** Bearer tokens of an OpenID Connect provider. */
    Oidc oidc();

    /** Bearer tokens of an OpenID Connect provider, whose address and audience stand in {@code quarkus.oidc}. */
    interface Oidc {

        /** Whether such tokens are taken. */
        @WithDefault("false")
        boolean enabled();
    }
}
