package io.demarche.gateway.access;

import io.demarche.key.Role;
import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a request pass when its caller has the role that it needs. Asked for every request, whatever its path. */
@Singleton
class RolePolicy implements HttpSecurityPolicy {

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext authorization) {
        Optional<Role> needed = Permissions.needed(context.request().method(), context.normalizedPath());
        if (needed.isEmpty()) {
            return CheckResult.permit();
        }
        return identity.flatMap(known -> check(Caller.of(known), needed.get()));
    }

    private static Uni<CheckResult> check(@Nullable Caller caller, Role needed) {
        if (caller == null) {
            return CheckResult.deny();
        }
        if (caller.may(needed)) {
            return CheckResult.permit();
        }
        String has = caller.role() == null
                ? "The token names none of the roles reader, contributor and admin."
                : "The role " + caller.role().label() + " is not enough for this.";
        return Uni.createFrom()
                .failure(ProblemException.of(Problem.of(403, has + " It needs " + needed.label() + ".")));
    }
}
