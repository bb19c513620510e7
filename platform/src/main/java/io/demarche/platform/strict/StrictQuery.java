package io.demarche.platform.strict;

import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the resource method does not take, or not with this value. Reads the method's
 * annotations: in a native executable the resource class must be registered for reflection.
 */
public final class StrictQuery {

    private final Map<Method, QueryParameters> known = new ConcurrentHashMap<>();

    /** Checks the query and the path parameters of one request. */
    @ServerRequestFilter(nonBlocking = true)
    public void filter(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        QueryParameters parameters = known.computeIfAbsent(method, QueryParameters::of);
        List<FieldError> errors = new ArrayList<>();
        checkQuery(request.getUriInfo().getQueryParameters(), parameters, errors);
        checkPath(request.getUriInfo().getPathParameters(), errors);
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparing(FieldError::field));
            throw ProblemException.badRequest(errors);
        }
    }

    private static void checkQuery(
            MultivaluedMap<String, String> query, QueryParameters parameters, List<FieldError> errors) {
        query.forEach((name, values) -> {
            QueryParameter parameter = parameters.byName().get(name);
            if (parameter != null) {
                String fault = parameter.fault(values);
                if (fault != null) {
                    errors.add(new FieldError(name, fault));
                }
            } else if (!parameters.open()) {
                errors.add(new FieldError(name, "unknown query parameter"));
            }
        });
    }

    private static void checkPath(MultivaluedMap<String, String> path, List<FieldError> errors) {
        path.forEach((name, values) -> values.forEach(value -> {
            String fault = Texts.fault(value);
            if (fault != null) {
                errors.add(new FieldError(name, fault));
            }
        }));
    }
}
