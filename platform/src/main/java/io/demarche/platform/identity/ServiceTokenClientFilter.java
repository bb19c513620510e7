package io.demarche.platform.identity;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Shows a token to the service that is called. Put {@code @RegisterProvider(ServiceTokenClientFilter.class)} on a REST
 * client interface, and the service's address under {@code demarche.service.callees}.
 */
@Singleton
public class ServiceTokenClientFilter implements ClientRequestFilter {

    private final ServiceTokens tokens;

    /** Made by the REST client. */
    public ServiceTokenClientFilter(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ClientRequestContext request) {
        tokens.authorization(request.getUri())
                .ifPresent(shown -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, shown));
    }
}
