package io.demarche.gateway.upstream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;

/**
 * JSON of the services behind the gateway. Strictness is for callers: a service may say more than the gateway knows of,
 * so that services can be upgraded before it. For {@code @RegisterProvider} on the REST clients.
 */
public class UpstreamJson implements ContextResolver<ObjectMapper> {

    private final ObjectMapper lenient;

    /** Made by the REST client. */
    public UpstreamJson(ObjectMapper strict) {
        this.lenient = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return lenient;
    }
}
