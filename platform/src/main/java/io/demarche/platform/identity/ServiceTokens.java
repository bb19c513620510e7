package io.demarche.platform.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The tokens that this service shows to those it calls. Costs a look into a map; a token is made twice a minute. */
@Singleton
public final class ServiceTokens {

    private final Callees callees;
    private final Optional<TokenSigner> signer;

    @Inject
    ServiceTokens(ServiceConfig config) {
        this(config, Clock.systemUTC());
    }

    ServiceTokens(ServiceConfig config, Clock clock) {
        this.callees = new Callees(config.callees());
        this.signer = SigningKey.signing(config).map(key -> new TokenSigner(config.name(), key, clock));
    }

    /**
     * The value of the {@code Authorization} header for a call.
     *
     * @param address that is called
     * @return empty when there is no secret, or the address belongs to none of the services that this one calls
     */
    public Optional<String> authorization(URI address) {
        return signer.flatMap(known -> callees.nameOf(address).map(known::tokenFor))
                .map(token -> "Bearer " + token);
    }
}
