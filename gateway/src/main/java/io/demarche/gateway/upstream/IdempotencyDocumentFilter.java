package io.demarche.gateway.upstream;

import io.demarche.platform.strict.IdempotencyKey;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in the OpenAPI document what is true of every write that takes an Idempotency-Key. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public class IdempotencyDocumentFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(IdempotencyDocumentFilter::describe));
    }

    private static void describe(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        parameters.stream()
                .filter(parameter -> IdempotencyKey.HEADER.equals(parameter.getName()))
                .findFirst()
                .ifPresent(key -> describe(operation, key));
    }

    private static void describe(Operation operation, Parameter key) {
        key.description("A name of your own for this request: sent again with the same key within 24 hours, it is not"
                        + " done again but answered as the first time.")
                .setExample("4f5a2c7e-0d55-4f0c-9f0e-5b7d3c1f8a10");
        key.getSchema().minLength(1).maxLength(255);
        Stream.of("200", "201", "202")
                .map(operation.getResponses()::getAPIResponse)
                .filter(response -> response != null)
                .forEach(response -> response.addHeader(IdempotencyKey.REPLAYED, replayed()));
    }

    private static Header replayed() {
        return OASFactory.createHeader()
                .description("`true` when this was answered before, and nothing was done this time")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN));
    }
}
