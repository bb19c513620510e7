package io.demarche.gateway.document;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Gives every operation the errors that it can end in, in the order of their statuses. */
final class CommonAnswers {

    private static final String FIRST_ERROR = "400";

    private CommonAnswers() {}

    static void declare(OpenAPI document) {
        for (CommonAnswer answer : CommonAnswer.values()) {
            boolean needed = document.getPaths().getPathItems().entrySet().stream()
                    .anyMatch(path -> path.getValue().getOperations().values().stream()
                            .anyMatch(operation -> answer.appliesTo(new OperationTraits(path.getKey(), operation))));
            if (needed) {
                document.getComponents().addResponse(answer.component(), answer.answer());
            }
        }
    }

    /** What the resource says itself stays. */
    static void add(OperationTraits operation) {
        APIResponses responses = operation.operation().getResponses();
        Map<String, APIResponse> all = new TreeMap<>(responses.getAPIResponses());
        // What the generator adds by itself to operations with constraints says nothing.
        all.entrySet()
                .removeIf(answer -> answer.getKey().compareTo(FIRST_ERROR) >= 0
                        && answer.getValue().getRef() == null
                        && answer.getValue().getContent() == null);
        for (CommonAnswer answer : CommonAnswer.values()) {
            if (answer.appliesTo(operation)) {
                all.putIfAbsent(answer.status(), OASFactory.createAPIResponse().ref(answer.component()));
            }
        }
        responses.setAPIResponses(all);
    }
}
