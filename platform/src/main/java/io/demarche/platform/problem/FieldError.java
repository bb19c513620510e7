package io.demarche.platform.problem;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with one part of a request.
 *
 * @param field path of a field of the JSON body ({@code mentions[2].end}), or the name of a query or path parameter or
 *     of a header; {@code body} when it is the body as a whole
 * @param reason what is wrong with it, for people
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record FieldError(String field, String reason) {}
