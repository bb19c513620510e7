package io.demarche.contract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.contract.Committed;
import io.demarche.contract.document.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {

    private static final String GOOD =
            """
            openapi: 3.1.0
            tags: [{name: Things, description: Things of all sorts.}]
            paths:
              /things:
                get:
                  operationId: listThings
                  tags: [Things]
                  summary: List things
                  description: Newest first.
                  x-required-role: reader
                  parameters:
                    - {name: limit, in: query, description: How many., schema: {type: integer, maximum: 9, default: 5}}
                    - {name: cursor, in: query, description: Where to go on., schema: {type: string}}
                    - {name: kind, in: query, description: Which., example: [red], schema: {type: array, items: {type: string}}}
                  responses:
                    '200':
                      description: A page
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Things'}
                          examples: {one: {summary: One, value: {items: [a], next: null}}}
                    '404':
                      description: None
                      content:
                        application/problem+json:
                          schema: {$ref: '#/components/schemas/Problem'}
                          examples: {none: {summary: None, value: {status: 404}}}
            components:
              schemas:
                Things:
                  description: A page.
                  type: object
                  required: [items]
                  properties:
                    items: {type: array, items: {type: string}, description: What is on it.}
                    next: {type: [string, 'null'], description: What is next., examples: [b]}
                Problem:
                  description: A problem.
                  type: object
                  properties:
                    status: {type: integer, description: The status.}
            """;

    @Test
    void thePublicDocumentKeepsThem() {
        assertThat(HouseRules.broken(Committed.gateway())).isEmpty();
    }

    @Test
    void aGoodDocumentKeepsThem() {
        assertThat(HouseRules.broken(Document.parse(GOOD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            operationId: listThings          | operationId: ListThings      | has no operationId in camel case
            tags: [Things]                   | tags: [Thing]                | has an undeclared tag
            tags: [Things]                   | tags: []                     | has not exactly one tag
            description: Things of all sorts. | x-nothing: true             | has no description
            summary: List things             | x-nothing: true              | has no summary
            description: Newest first.       | x-nothing: true              | has no description
            x-required-role: reader          | x-required-role: king        | names no role
            description: How many.,          | x-nothing: true,             | has no description
            , default: 5                     | ''                           | has no maximum or default
            example: [red]                   | example: [5]                 | is not valid
            name: cursor                     | name: page                   | takes a limit and no cursor
            'next: {type'                    | 'after: {type'               | answers with no page
            application/problem+json         | application/json             | is an error and not a problem alone
            schemas/Problem'                 | schemas/Things'              | is an error of another schema
            items: [a]                       | items: [5]                   | is not valid
            '{one: {summary: One, value: {items: [a], next: null}}}' | {} | has no example
            {summary: One,                   | {                            | has no summary
            description: The status.         | x-nothing: true              | has no description
            description: A problem.          | x-nothing: true              | has no description
            examples: [b]                    | examples: [5]                | is not valid
            required: [items]                | required: [item]             | and has it not
            {$ref: '#/components/schemas/Things'} | {type: object}          | has a schema without a name
            """)
    void eachBreachIsFound(String good, String bad, String complaint) {
        assertThat(GOOD).contains(good);
        List<String> broken = HouseRules.broken(Document.parse(GOOD.replace(good, bad)));
        assertThat(broken).anyMatch(one -> one.contains(complaint));
    }
}
