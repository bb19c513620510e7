package io.demarche.gateway.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Schemas as JSON Schema 2020-12 means them, in the form that generators read best. SmallRye writes a type beside a
 * reference, which says it twice; {@code type: object} beside {@code anyOf: [X, null]}, which rules the null out; and
 * references to schemas of plain texts, of which generators forget that they may be null, and what each is for.
 */
final class NullableSchemas {

    /** Texts with a format, not things. */
    private static final Set<String> PLAIN = Set.of("UUID", "Instant");

    private static final String UUID = "uuid";

    private NullableSchemas() {}

    static void tidy(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.values().forEach(schema -> tidy(schema, schemas));
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .map(Parameter::getSchema)
                .forEach(schema -> tidy(schema, schemas));
        PLAIN.forEach(document.getComponents()::removeSchema);
    }

    private static void tidy(@Nullable Schema schema, Map<String, Schema> schemas) {
        if (schema == null) {
            return;
        }
        List<Schema> choices = schema.getAnyOf() == null ? List.of() : schema.getAnyOf();
        if (schema.getRef() != null || !choices.isEmpty()) {
            schema.setType(null);
        }
        Schema plain = plain(schema, schemas);
        if (plain != null) {
            schema.setRef(null);
            become(schema, plain, List.of(Schema.SchemaType.STRING));
        }
        for (Schema choice : choices) {
            Schema plainChoice = plain(choice, schemas);
            if (plainChoice != null) {
                schema.setAnyOf(null);
                become(schema, plainChoice, List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL));
            }
        }
        if (UUID.equals(schema.getFormat())) {
            // The format says it; the pattern keeps some generated clients from reading their own UUIDs.
            schema.setPattern(null);
        }
        tidyInner(schema, schemas);
    }

    private static void tidyInner(Schema schema, Map<String, Schema> schemas) {
        List<Schema> inner = new ArrayList<>();
        if (schema.getProperties() != null) {
            inner.addAll(schema.getProperties().values());
        }
        if (schema.getAnyOf() != null) {
            inner.addAll(schema.getAnyOf());
        }
        inner.add(schema.getItems());
        inner.forEach(one -> tidy(one, schemas));
    }

    private static void become(Schema schema, Schema plain, List<Schema.SchemaType> types) {
        schema.setType(types);
        schema.setFormat(plain.getFormat());
        if (schema.getExamples() == null) {
            schema.setExamples(plain.getExamples());
        }
    }

    private static @Nullable Schema plain(Schema schema, Map<String, Schema> schemas) {
        if (schema.getRef() == null) {
            return null;
        }
        String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
        return PLAIN.contains(name) ? schemas.get(name) : null;
    }
}
