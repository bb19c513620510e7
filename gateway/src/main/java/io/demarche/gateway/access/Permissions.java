package io.demarche.gateway.access;

import io.demarche.key.Role;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may do what: everything needs a role that is not named here as open to all, so that a path that nobody thought of
 * is closed.
 */
final class Permissions {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** They work, but keep nothing. */
    private static final Set<String> COMPUTED = Set.of("/api/v1/analyses", "/api/v1/extractions");

    /** The page, the documentation, and what Kubernetes asks; none of it tells of articles or stances. */
    private static final Pattern PUBLIC =
            Pattern.compile("/|/[a-z0-9-]+\\.(?:html|js|css|svg|png|ico|txt)|/openapi(?:\\.json|\\.yaml)?|/docs(?:/.*)?"
                    + "|/q/health(?:/(?:live|ready|started|well))?");

    private Permissions() {}

    /**
     * The role that a request needs.
     *
     * @param path without dots and doubled slashes
     * @return empty when anybody may send it
     */
    static Optional<Role> needed(HttpMethod method, String path) {
        if (HttpMethod.OPTIONS.equals(method)
                || READS.contains(method) && PUBLIC.matcher(path).matches()) {
            return Optional.empty();
        }
        boolean reads = READS.contains(method) || HttpMethod.POST.equals(method) && COMPUTED.contains(path);
        return Optional.of(reads ? Role.READER : Role.CONTRIBUTOR);
    }
}
