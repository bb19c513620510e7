package io.demarche.contract.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.contract.Committed;
import io.demarche.contract.document.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final String BEFORE =
            """
            openapi: 3.1.0
            paths:
              /things:
                post:
                  operationId: addThing
                  x-required-role: reader
                  parameters:
                    - {name: dry, in: query, schema: {type: boolean}}
                    - {name: size, in: query, schema: {type: integer, maximum: 9, minimum: 2}}
                    - {name: kind, in: query, schema: {type: string, enum: [RED, BLUE]}}
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/ThingRequest'}}
                      text/plain: {schema: {type: string}}
                  responses:
                    '200':
                      headers: {Location: {schema: {type: string}}}
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                        text/csv: {schema: {type: string}}
                    '202': {description: Later}
            components:
              schemas:
                ThingRequest:
                  type: object
                  required: [name]
                  properties: {
                    name: {type: [string, 'null'], maxLength: 50},
                    tags: {type: array, items: {type: string}},
                    note: {type: string}}
                Thing:
                  type: object
                  required: [id, state]
                  properties: {
                    id: {type: string, format: uuid},
                    state: {$ref: '#/components/schemas/State'},
                    owner: {anyOf: [{$ref: '#/components/schemas/Owner'}, {type: 'null'}]},
                    parts: {type: array, items: {type: integer}}}
                Owner: {type: object, required: [login], properties: {login: {type: string}, age: {type: integer}}}
                State: {type: string, enum: [NEW, DONE]}
            """;

    /** The build fails here when the gateway's document breaks what was released; see docs/api.md for when it may. */
    @Test
    void theReleasedDocumentIsKept() {
        assertThat(Comparison.breaks(Committed.released(), Committed.gateway())).isEmpty();
    }

    @Test
    void theSameBreaksNothing() {
        assertThat(Comparison.breaks(Document.parse(BEFORE), Document.parse(BEFORE)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /things:                             | /thing:                            | POST /things is gone
            post:                                | put:                               | POST /things is gone
            operationId: addThing                | operationId: makeThing             | has another operationId
            x-required-role: reader              | x-required-role: contributor       | needs a higher role
            name: dry,                           | name: trial,                       | query dry is gone
            '{name: dry, in: query,'             | '{name: dry, in: query, required: true,' | dry is required now
            dry, in: query, schema: {type: boolean} | dry, in: query, schema: {type: integer} | takes [integer]
            maximum: 9                           | maximum: 8                         | has the maximum
            minimum: 2                           | minimum: 3                         | has the minimum
            'enum: [RED, BLUE]'                  | 'enum: [RED]'                      | takes no [BLUE]
            maxLength: 50                        | maxLength: 49                      | has the maxLength
            name: {type: [string, 'null'],       | name: {type: string,               | takes no null
            text/plain:                          | text/html:                         | takes no text/plain
            note: {type: string}                 | notes: {type: string}              | ThingRequest.note is gone
            note: {type: string}                 | note: {type: string, pattern: a}   | demands the pattern
            note: {type: string}                 | note: {type: string, format: uuid} | demands the format
            required: [name]                     | required: [name, note]             | note is required now
            items: {type: string}                | items: {type: integer}             | tags[] takes
            headers: {Location                   | headers: {Place                    | header Location is gone
            text/csv:                            | text/tsv:                          | is not given as text/csv
            '''202'''                            | '''203'''                          | 202 is gone
            format: uuid                         | minLength: 1                       | has not the format
            [NEW, DONE]                          | [NEW, DONE, LOST]                  | may be [LOST] now
            'id: {type: string,'                 | 'id: {type: integer,'              | is [integer] and was
            'id: {type: string,'                 | 'id: {type: [string, ''null''],'   | may be null now
            required: [id, state]                | required: [id]                     | state may be left out now
            parts: {type: array                  | pieces: {type: array               | parts is gone
            items: {type: integer}               | items: {type: number}              | parts[] is
            login: {type: string},               | ''                                 | owner.login is gone
            """)
    void eachKindOfBreakIsFound(String before, String after, String complaint) {
        assertThat(BEFORE).contains(before);
        String expected = complaint.replace("ThingRequest.", "request.");
        assertThat(Comparison.breaks(Document.parse(BEFORE), Document.parse(BEFORE.replace(before, after))))
                .anyMatch(one -> one.contains(expected));
    }

    @Test
    void aBodyThatIsNeededNowBreaks() {
        String after = BEFORE.replace("requestBody:", "requestBody:\n        required: true");
        assertThat(Comparison.breaks(Document.parse(BEFORE), Document.parse(after)))
                .containsExactly("POST /things needs a body now");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            maximum: 9                | maximum: 10
            [RED, BLUE]               | [RED, BLUE, GREEN]
            maxLength: 50             | maxLength: 60
            note: {type: string}      | note: {type: [string, 'null']}
            note: {type: string}      | note: {type: string}, more: {type: string}
            required: [name]          | required: []
            [NEW, DONE]               | [NEW]
            required: [id, state]     | required: [id, state, parts]
            format: uuid              | format: uuid, maxLength: 36
            parts: {type: array       | more: {type: string}, parts: {type: array
            x-required-role: reader   | x-nothing: true
            """)
    void whatClientsCanBearBreaksNothing(String before, String after) {
        assertThat(BEFORE).contains(before);
        String changed = BEFORE.replace(before, after);
        assertThat(Comparison.breaks(Document.parse(BEFORE), Document.parse(changed)))
                .isEmpty();
    }
}
