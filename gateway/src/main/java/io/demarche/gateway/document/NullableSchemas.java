package io.demarche.gateway.document;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Schemas as JSON Schema 2020-12 means them. The generator writes a type beside a reference, which says it twice, and
 * {@code type: object} beside {@code anyOf: [X, null]}, which rules the null out.
 */
final class NullableSchemas {

    private static final String UUID = "uuid";

    private NullableSchemas() {}

    static void tidy(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(NullableSchemas::tidy);
        Schema uuid = document.getComponents().getSchemas().get("UUID");
        if (uuid != null) {
            uuid.setDescription("A UUID, version 7 where Demarche has made it.");
            uuid.setExamples(List.of("0198c5a0-7b1e-7000-8000-000000000001"));
        }
        Schema instant = document.getComponents().getSchemas().get("Instant");
        if (instant != null) {
            instant.setDescription("An RFC 3339 time; in answers always in UTC.");
        }
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .map(Parameter::getSchema)
                .forEach(NullableSchemas::tidy);
    }

    private static void tidy(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null || schema.getAnyOf() != null) {
            schema.setType(null);
        }
        if (UUID.equals(schema.getFormat())) {
            // The format says it; the pattern keeps some generated clients from reading their own UUIDs.
            schema.setPattern(null);
        }
        List<Schema> inner = new ArrayList<>();
        if (schema.getProperties() != null) {
            inner.addAll(schema.getProperties().values());
        }
        if (schema.getAnyOf() != null) {
            inner.addAll(schema.getAnyOf());
        }
        inner.add(schema.getItems());
        inner.forEach(NullableSchemas::tidy);
    }
}
