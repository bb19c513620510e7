package io.demarche.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;

/** What an operation says of itself decides what the filter adds. */
class ApiDocumentFilterTest {

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Operation operation() {
        return OASFactory.createOperation()
                .operationId("testThings")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", answer("application/json"))
                        // As the generator writes it beside constraints.
                        .addAPIResponse("400", OASFactory.createAPIResponse().description("Bad Request")));
    }

    private static APIResponse answer(String type) {
        return OASFactory.createAPIResponse()
                .description("It")
                .content(OASFactory.createContent()
                        .addMediaType(
                                type,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Thing"))));
    }

    private static OpenAPI filtered(String path, PathItem item) {
        Schema problem = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        for (String name : List.of("type", "title", "status", "detail", "instance", "errors", "errorId", "traceId")) {
            problem.addProperty(name, text());
        }
        OpenAPI document = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .addSchema("Problem", problem)
                        .addSchema(
                                "FieldError",
                                OASFactory.createSchema()
                                        .addProperty("field", text())
                                        .addProperty("reason", text()))
                        .addSchema(
                                "Thing",
                                OASFactory.createSchema()
                                        .addProperty("id", text().format("uuid").pattern("x"))
                                        .addProperty(
                                                "owner",
                                                OASFactory.createSchema()
                                                        .addType(Schema.SchemaType.OBJECT)
                                                        .addAnyOf(OASFactory.createSchema()
                                                                .ref("Thing")))))
                .paths(OASFactory.createPaths().addPathItem(path, item));
        new ApiDocumentFilter().filterOpenAPI(document);
        return document;
    }

    private static Map<String, APIResponse> answers(Operation operation) {
        return operation.getResponses().getAPIResponses();
    }

    @Test
    void aPlainReadHasTheCommonErrors() {
        Operation get = operation();
        OpenAPI document =
                filtered("/api/v1/things", OASFactory.createPathItem().GET(get));
        assertThat(answers(get).keySet())
                .containsExactly("200", "400", "401", "403", "406", "414", "429", "431", "500", "502", "503", "504");
        assertThat(answers(get).get("400").getRef()).endsWith("/BadRequest");
        assertThat(document.getComponents().getResponses()).doesNotContainKeys("Conflict", "Unprocessable", "NotFound");
        assertThat(answers(get).get("200").getHeaders()).containsOnlyKeys("RateLimit", "RateLimit-Policy");
        assertThat(get.getExtensions()).containsEntry("x-required-role", "reader");
    }

    @Test
    void anIdempotencyKeyMayConflict() {
        Operation post = operation()
                .requestBody(OASFactory.createRequestBody()
                        .content(OASFactory.createContent()
                                .addMediaType("application/json", OASFactory.createMediaType())))
                .addParameter(OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .schema(text()));
        filtered("/api/v1/things", OASFactory.createPathItem().POST(post));
        assertThat(answers(post)).containsKeys("409", "413", "415", "422");
        assertThat(post.getExtensions()).containsEntry("x-required-role", "contributor");
    }

    @Test
    void whatMayBeNotModifiedHasAnETag() {
        Operation get = operation();
        get.getResponses().addAPIResponse("304", OASFactory.createAPIResponse().description("Not modified"));
        OpenAPI document =
                filtered("/api/v1/things/{id}", OASFactory.createPathItem().GET(get));
        assertThat(answers(get).get("200").getHeaders()).containsKey("ETag");
        assertThat(answers(get).get("304").getHeaders()).containsKey("ETag");
        assertThat(answers(get)).containsKey("404");
        assertThat(document.getComponents().getHeaders()).containsKey("ETag");
    }

    @Test
    void whatAResourceSaysItselfStays() {
        Operation get = operation();
        get.getResponses()
                .addAPIResponse("503", answer("application/problem+json").description("Its own words"));
        filtered("/api/v1/things", OASFactory.createPathItem().GET(get));
        assertThat(answers(get).get("503").getDescription()).isEqualTo("Its own words");
    }

    @Test
    void aStreamIsATextOfItems() {
        Operation get = operation();
        get.getResponses().addAPIResponse("200", answer("text/event-stream"));
        filtered("/api/v1/things/stream", OASFactory.createPathItem().GET(get));
        Schema stream = answers(get)
                .get("200")
                .getContent()
                .getMediaType("text/event-stream")
                .getSchema();
        assertThat(stream.getType()).containsExactly(Schema.SchemaType.STRING);
        assertThat(stream.getContentSchema().getRef()).endsWith("/Thing");
    }

    @Test
    void answersCarryAllTheirFieldsAndNullIsAllowedWhereItIsSaid() {
        OpenAPI document =
                filtered("/api/v1/things", OASFactory.createPathItem().GET(operation()));
        Schema thing = document.getComponents().getSchemas().get("Thing");
        assertThat(thing.getRequired()).containsExactlyInAnyOrder("id", "owner");
        assertThat(thing.getProperties().get("owner").getType()).isNull();
        assertThat(thing.getProperties().get("id").getPattern()).isNull();
    }
}
