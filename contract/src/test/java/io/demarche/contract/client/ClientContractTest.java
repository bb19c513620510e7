package io.demarche.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.contract.document.Document;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientContractTest {

    private static final String SERVICE =
            """
            paths:
              /things:
                post:
                  parameters:
                    - {name: Idempotency-Key, in: header, schema: {type: string}}
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/Request'}}}
                  responses:
                    '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              /things/{id}:
                get:
                  parameters:
                    - {name: id, in: path, schema: {type: string, format: uuid}}
                    - {name: limit, in: query, schema: {type: integer}}
                  responses:
                    '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            components:
              schemas:
                Request:
                  type: object
                  required: [name]
                  properties: {
                    name: {type: string},
                    note: {type: string}}
                Thing:
                  type: object
                  required: [id, at, size, colour, parts]
                  properties: {
                    id: {type: string, format: uuid},
                    at: {type: string, format: date-time},
                    size: {type: integer, format: int32},
                    colour: {type: string, enum: [red, blue]},
                    parts: {type: array, items: {type: object, required: [weight], properties: {weight: {type: number}}}},
                    raw: {type: object},
                    note: {type: [string, 'null']}}
            """;

    enum Colour {
        @JsonProperty("red")
        RED,
        @JsonProperty("blue")
        BLUE
    }

    record Part(double weight) {}

    record Thing(
            UUID id,
            Instant at,
            int size,
            Colour colour,
            List<Part> parts,
            @Nullable JsonNode raw,
            @Nullable String note) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(String name, @Nullable String note) {}

    @Path("/things")
    interface Client {
        @POST
        Thing add(@HeaderParam("Idempotency-Key") String key, Request request);

        @GET
        @Path("{id}")
        Thing find(@PathParam("id") UUID id, @QueryParam("limit") int limit);
    }

    @Test
    void whatIsOfferedIsRight() {
        assertThat(ClientContract.faults(Client.class, Document.parse(SERVICE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /things/{id}:               | /thing/{id}:                  | which is not offered
            Idempotency-Key             | Other-Key                     | sends the parameter Idempotency-Key
            name: limit                 | name: size                    | which is not taken
            schema: {type: integer}     | schema: {type: string}        | limit is a int
            required: [name]            | required: [name, other]       | other is required and not sent
            required: [name]            | required: [name, note]        | note is required and may be left out
            'note: {type: string}}'     | 'remark: {type: string}}'     | note is not there
            'name: {type: string}'      | 'name: {type: integer}'       | name is a String
            at: {type: string           | when: {type: string           | at is not there
            format: date-time           | format: date                  | at is a Instant
            format: int32               | format: int64                 | size is a int
            'size: {type: integer'      | 'size: {type: [integer, ''null'']' | size may be null
            '[id, at, size, colour'     | '[id, at, colour'             | size may be null or missing
            '[red, blue]'               | '[red, blue, green]'          | has the values
            '[red, blue]'               | '[red]'                       | has the values
            'weight: {type: number}'    | 'weight: {type: string}'      | weight is a double
            'raw: {type: object}'       | 'rough: {type: object}'       | raw is not there
            'type: array, items'        | 'type: string, items'         | parts is a List
            """)
    void eachKindOfDriftIsFound(String before, String after, String complaint) {
        assertThat(SERVICE).contains(before);
        assertThat(ClientContract.faults(Client.class, Document.parse(SERVICE.replace(before, after))))
                .anyMatch(one -> one.contains(complaint));
    }
}
