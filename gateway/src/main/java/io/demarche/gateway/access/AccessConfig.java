package io.demarche.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may reach the gateway. */
@ConfigMapping(prefix = "demarche.gateway")
interface AccessConfig {

    /** Whether the gateway may listen to other machines although it asks nobody for a key. */
    @WithDefault("false")
    boolean open();
}
