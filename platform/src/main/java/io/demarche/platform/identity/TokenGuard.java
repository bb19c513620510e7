package io.demarche.platform.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps a service from starting that the network could reach and nothing would guard. */
@Singleton
public final class TokenGuard {

    private final ServiceConfig config;
    private final String host;

    TokenGuard(ServiceConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.host = host;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        complaint(host, config.secret()).ifPresent(complaint -> {
            // Of all exceptions, the one of which Quarkus prints the message alone.
            throw new ConfigurationException(complaint);
        });
    }

    /** Why the service must not start; empty when it may. */
    static Optional<String> complaint(String host, Optional<String> secret) {
        if (SigningKey.given(secret).isPresent() || isLoopback(host)) {
            return Optional.empty();
        }
        return Optional.of(
                "Refusing to listen on " + host + " without a secret of the services: set DEMARCHE_SERVICE_SECRET"
                        + " to the same one for all services, or QUARKUS_HTTP_HOST to 127.0.0.1.");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
