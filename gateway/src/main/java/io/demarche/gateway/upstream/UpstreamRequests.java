package io.demarche.gateway.upstream;

import io.demarche.platform.deadline.Deadline;
import io.demarche.platform.strict.IdempotencyKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpClientRequest;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.resteasy.reactive.client.impl.VertxRequestCustomizingClientBuilder;

/** Sees the request of each REST client before it is sent: bounds its answer, and says how long that is waited for. */
@RegisterForReflection
public final class UpstreamRequests implements RestClientListener {

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        if (builder instanceof VertxRequestCustomizingClientBuilder<?> customizable) {
            customizable.httpClientRequestCustomizer(UpstreamRequests::prepare);
        } else {
            throw new IllegalStateException("a REST client whose requests cannot be bounded");
        }
    }

    private static void prepare(HttpClientRequest request) {
        UpstreamCall<?> call = UpstreamCall.current();
        if (call != null) {
            request.putHeader(
                    Deadline.HEADER, Long.toString(Math.max(1, call.left().toMillis())));
            request.putHeader(IdempotencyKey.CALLER, UpstreamCaller.current());
            call.sending(request);
        }
    }
}
