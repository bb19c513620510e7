package io.demarche.gateway.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a gateway that everybody on the network could use without anybody having said so. */
@ApplicationScoped
class OpenDoorCheck {

    private static final Set<String> LOOPBACK = Set.of("localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    private final AccessConfig config;
    private final String host;

    OpenDoorCheck(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.host = host;
    }

    void check(@Observes @Priority(1) StartupEvent started) {
        complaint(host, config.open()).ifPresent(complaint -> {
            // Of this exception Quarkus prints the message alone, and ends with status 1.
            throw new ConfigurationException(complaint);
        });
    }

    /** Why the gateway must not start; empty when it may. */
    static Optional<String> complaint(String host, boolean open) {
        if (open || isLoopback(host)) {
            return Optional.empty();
        }
        return Optional.of(
                "Refusing to listen on " + host + ": the gateway asks nobody for a key yet. Set QUARKUS_HTTP_HOST"
                        + " to 127.0.0.1, or DEMARCHE_GATEWAY_OPEN to true if everybody who can reach it may use it.");
    }

    // By its letters, not by the resolver: a name that resolves to loopback today may not tomorrow.
    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
    }
}
