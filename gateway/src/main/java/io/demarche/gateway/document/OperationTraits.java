package io.demarche.gateway.document;

import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What decides in which ways an operation can fail.
 *
 * @param path its path
 * @param operation it
 */
record OperationTraits(String path, Operation operation) {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String OWN = "/status";

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    boolean namesOneThing() {
        return path.contains("{");
    }

    /** Whether a service behind the gateway has to answer for the call to succeed. */
    boolean needsServices() {
        return !path.endsWith(OWN);
    }

    boolean takesIdempotencyKey() {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null
                && parameters.stream()
                        .anyMatch(parameter -> parameter.getIn() == Parameter.In.HEADER
                                && IDEMPOTENCY_KEY.equalsIgnoreCase(parameter.getName()));
    }
}
