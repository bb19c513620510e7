package io.demarche.gateway.access;

import io.demarche.key.ApiKey;
import io.demarche.key.Role;
import io.demarche.key.Secret;
import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Tells who sends a request: by an API key, by a bearer token of an OpenID Connect provider, or by being on this machine. */
@Singleton
class AccessMechanism implements HttpAuthenticationMechanism {

    private static final int BEFORE_ALL_OTHERS = DEFAULT_PRIORITY * 2;
    private static final String KEY_HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";
    private static final int PROVIDER_PAUSE_SECONDS = 5;

    private final KeyRing keys;
    private final AccessConfig config;
    private final OidcAuthenticationMechanism oidc;

    AccessMechanism(KeyRing keys, AccessConfig config, OidcAuthenticationMechanism oidc) {
        this.keys = keys;
        this.config = config;
        this.oidc = oidc;
    }

    @Override
    public int getPriority() {
        return BEFORE_ALL_OTHERS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String shown = shown(context.request());
        if (!keys.isInUse() && !config.oidc().enabled()) {
            return Uni.createFrom().item(identity(Caller.LOCAL));
        }
        if (shown == null) {
            return Uni.createFrom().nullItem();
        }
        if (shown.startsWith(Secret.PREFIX) || !config.oidc().enabled()) {
            return keys.ask(shown)
                    .onItem()
                    .ifNull()
                    .failWith(AuthenticationFailedException::new)
                    .map(key -> identity(caller(key)));
        }
        return oidc.authenticate(context, identities)
                .map(this::withCaller)
                // What the other mechanism would answer says nothing to people.
                .onFailure()
                .invoke(() -> context.put(HttpAuthenticationMechanism.class.getName(), this))
                .onFailure(failure -> !(failure instanceof AuthenticationFailedException))
                .transform(AccessMechanism::providerAway);
    }

    private static Throwable providerAway(Throwable failure) {
        return ProblemException.unavailable(
                        "The identity provider that could check the token can't be reached.", PROVIDER_PAUSE_SECONDS)
                .causedBy(failure);
    }

    private static @Nullable String shown(HttpServerRequest request) {
        String key = request.getHeader(KEY_HEADER);
        if (key != null) {
            return key.strip();
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        // Another scheme is as good as none: what it shows is nothing that could be checked here.
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private Caller caller(ApiKey key) {
        int rate = key.ratePerMinute().orElse(config.ratePerMinute());
        return new Caller("key:" + key.id(), key.role(), OptionalInt.of(rate));
    }

    private SecurityIdentity withCaller(SecurityIdentity identity) {
        Role role = Arrays.stream(Role.values())
                .filter(known -> identity.getRoles().contains(known.label()))
                .max(Comparator.naturalOrder())
                .orElse(null);
        String subject = identity.getPrincipal().getName();
        Caller caller = new Caller("oidc:" + subject, role, OptionalInt.of(config.ratePerMinute()));
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(Caller.ATTRIBUTE, caller)
                .build();
    }

    private static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.id()))
                .addAttribute(Caller.ATTRIBUTE, caller)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    /** A problem as everywhere else, instead of an empty answer. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        boolean showed = shown(context.request()) != null;
        context.response().putHeader("WWW-Authenticate", showed ? "Bearer error=\"invalid_token\"" : "Bearer");
        context.fail(ProblemException.of(Problem.of(
                401,
                showed
                        ? "The key or token is not valid: unknown, revoked or expired."
                        : "Send an API key, as Authorization: Bearer <key>.")));
        return Uni.createFrom().item(true);
    }
}
