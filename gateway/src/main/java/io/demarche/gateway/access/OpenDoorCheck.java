package io.demarche.gateway.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a gateway that everybody on the network could use. */
@ApplicationScoped
class OpenDoorCheck {

    private static final Set<String> LOOPBACK = Set.of("localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    private final AccessConfig config;
    private final KeyRing keys;
    private final String host;

    OpenDoorCheck(AccessConfig config, KeyRing keys, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.keys = keys;
        this.host = host;
    }

    void check(@Observes @Priority(1) StartupEvent started) {
        complaint(host, keys.isInUse(), keys.hasValidKey(), config.oidc().enabled())
                .ifPresent(complaint -> {
                    // Of this exception Quarkus prints the message alone, and ends with status 1.
                    throw new ConfigurationException(complaint);
                });
    }

    /** Why the gateway must not start; empty when it may. */
    static Optional<String> complaint(String host, boolean keyFile, boolean validKey, boolean oidc) {
        if (isLoopback(host) || oidc || validKey) {
            return Optional.empty();
        }
        return Optional.of(
                keyFile
                        ? "Refusing to listen on " + host + ": the key file DEMARCHE_ACCESS_KEYS holds no valid key."
                                + " Make one with ./demarche key create."
                        : "Refusing to listen on " + host
                                + " without asking anybody for a key. Set DEMARCHE_ACCESS_KEYS"
                                + " to a key file (./demarche key create makes one) or DEMARCHE_ACCESS_OIDC_ENABLED to"
                                + " true, or QUARKUS_HTTP_HOST to 127.0.0.1.");
    }

    // By its letters, not by the resolver: a name that resolves to loopback today may not tomorrow.
    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
    }
}
