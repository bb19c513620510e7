package io.demarche.gateway.access;

import io.demarche.key.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param id {@code key:<id>}, {@code oidc:<subject>} or {@code local}; for logs, and to keep what belongs to callers apart
 * @param role what the caller may do; null for nothing, as a token that names none of the roles
 * @param ratePerMinute how many requests a minute; empty when nobody counts
 */
public record Caller(String id, @Nullable Role role, OptionalInt ratePerMinute) {

    /** Whoever reaches a gateway that asks nobody for a key. */
    public static final Caller LOCAL = new Caller("local", Role.ADMIN, OptionalInt.empty());

    static final String ATTRIBUTE = "demarche.caller";

    /** Whether the caller may do what needs this role. */
    public boolean may(Role needed) {
        return role != null && role.includes(needed);
    }

    /** The caller of a request; null when it was let in without saying who it is, which only public paths are. */
    public static @Nullable Caller of(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user ? of(user.getSecurityIdentity()) : null;
    }

    static @Nullable Caller of(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE);
    }
}
