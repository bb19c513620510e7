package io.demarche.platform.identity;

import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets only callers in that show the service token, when this service demands it. Sees JAX-RS paths alone: health and
 * OpenAPI stay open for those who watch over the service.
 */
public final class ServiceTokenFilter {

    private static final String SCHEME = "Bearer ";

    /** Not asked before the first request: Quarkus makes filters before there is a runtime configuration. */
    private final Provider<ServiceTokenConfig> config;

    /** Made by CDI. */
    public ServiceTokenFilter(Provider<ServiceTokenConfig> config) {
        this.config = config;
    }

    /** Checks one request. */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void filter(ContainerRequestContext request) {
        if (!config.get().required()) {
            return;
        }
        // Without a token the service listens on loopback only, and there to everybody: see TokenGuard.
        config.get().token().filter(token -> !token.isBlank()).ifPresent(token -> {
            if (!matches(request.getHeaderString(HttpHeaders.AUTHORIZATION), token)) {
                throw ProblemException.of(Problem.of(401, "The service token is missing or wrong."));
            }
        });
    }

    private static boolean matches(@Nullable String header, String token) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] shown = header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, token.getBytes(StandardCharsets.UTF_8));
    }
}
