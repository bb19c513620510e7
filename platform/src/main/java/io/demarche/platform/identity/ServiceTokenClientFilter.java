package io.demarche.platform.identity;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Shows the service token to the service that is called. Put {@code @RegisterProvider(ServiceTokenClientFilter.class)} on
 * a REST client interface.
 */
@Singleton
public class ServiceTokenClientFilter implements ClientRequestFilter {

    private final ServiceTokenConfig config;

    /** Made by the REST client. */
    public ServiceTokenClientFilter(ServiceTokenConfig config) {
        this.config = config;
    }

    @Override
    public void filter(ClientRequestContext request) {
        config.token().filter(token -> !token.isBlank()).ifPresent(token -> request.getHeaders()
                .putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }
}
