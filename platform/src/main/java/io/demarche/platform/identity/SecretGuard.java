package io.demarche.platform.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps a service from starting whose secret could be guessed. */
@Singleton
public final class SecretGuard {

    private final ServiceConfig config;

    SecretGuard(ServiceConfig config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        complaint("DEMARCHE_SERVICE_SECRET", config.secret())
                .or(() -> complaint("DEMARCHE_SERVICE_PREVIOUS_SECRET", config.previousSecret()))
                .ifPresent(complaint -> {
                    // Of all exceptions, the one of which Quarkus prints the message alone.
                    throw new ConfigurationException(complaint);
                });
    }

    /** Why the service must not start; empty when it may. */
    static Optional<String> complaint(String name, Optional<String> secret) {
        return SigningKey.given(secret)
                .map(value -> SigningKey.bytes(value).length)
                .filter(length -> length < SigningKey.MIN_BYTES)
                .map(length -> name + " has " + length + " bytes; it needs " + SigningKey.MIN_BYTES
                        + " at the least, for example what `openssl rand -hex 32` prints.");
    }
}
