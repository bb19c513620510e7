package io.demarche.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Examples of requests and answers: {@code openapi/<operationId>.json} among the resources, by {@code request} or status,
 * then media type, then name.
 */
final class Examples {

    private static final String REQUEST = "request";

    private final ObjectMapper json = new ObjectMapper();

    void add(Operation operation) {
        JsonNode examples = read(operation.getOperationId());
        examples.properties().forEach(part -> part.getValue()
                .properties()
                .forEach(type -> add(body(operation, part.getKey(), type.getKey()), type.getValue())));
    }

    private void add(MediaType body, JsonNode named) {
        named.properties().forEach(example -> {
            JsonNode value = example.getValue();
            body.addExample(
                    example.getKey(),
                    OASFactory.createExample()
                            .summary(value.path("summary").asText())
                            .value(json.convertValue(value.path("value"), Object.class)));
        });
    }

    private static MediaType body(Operation operation, String part, String type) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        MediaType body = null;
        if (part.equals(REQUEST) && operation.getRequestBody() != null) {
            body = operation.getRequestBody().getContent().getMediaType(type);
        } else if (answers.containsKey(part) && answers.get(part).getContent() != null) {
            body = answers.get(part).getContent().getMediaType(type);
        }
        if (body == null) {
            throw new IllegalStateException("the examples of " + operation.getOperationId() + " speak of " + part + " "
                    + type + ", which it has not");
        }
        return body;
    }

    private JsonNode read(String operationId) {
        try (InputStream file = Examples.class.getResourceAsStream("/openapi/" + operationId + ".json")) {
            return file == null ? json.createObjectNode() : json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
