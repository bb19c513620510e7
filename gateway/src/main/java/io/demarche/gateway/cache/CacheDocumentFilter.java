package io.demarche.gateway.cache;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in the OpenAPI document what is true of every read that can be answered from memory. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class CacheDocumentFilter implements OASFilter {

    private static final String TAG_EXAMPLE = "\"2jmj7l5rSw0yVb_vlWAYkK_YBwk\"";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(CacheDocumentFilter::describe));
    }

    private static void describe(Operation operation) {
        Parameter condition = condition(operation);
        if (condition == null) {
            return;
        }
        condition
                .description("The `ETag` of an answer that you have: when it is still the same, 304 says so.")
                .setExample(TAG_EXAMPLE);
        operation.getResponses().getAPIResponse("200").setHeaders(headers(true));
        operation
                .getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("What you have is still the same")
                                .headers(headers(false)));
    }

    private static Parameter condition(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        return parameters.stream()
                .filter(parameter -> HttpHeaders.IF_NONE_MATCH.equals(parameter.getName()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Header> headers(boolean whole) {
        Map<String, Header> headers = new LinkedHashMap<>();
        headers.put(
                Answer.CACHE_STATUS,
                header("RFC 9211: `hit` when the answer was kept by the gateway", Schema.SchemaType.STRING));
        headers.put("Age", header("With a kept answer: its age in seconds", Schema.SchemaType.INTEGER));
        headers.put(
                Answer.STALE,
                header(
                        "`true` when the service behind the gateway failed, and this is what it said `Age` seconds ago",
                        Schema.SchemaType.BOOLEAN));
        if (whole) {
            headers.put(HttpHeaders.CACHE_CONTROL, header("Ask again each time", Schema.SchemaType.STRING));
        }
        return headers;
    }

    private static Header header(String description, Schema.SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }
}
