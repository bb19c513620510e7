package io.demarche.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Jackson has to say about JSON that it cannot read, in words for people: never its own, which name classes. */
public final class JsonErrors {

    private static final String BODY = "body";

    private JsonErrors() {}

    /**
     * What is wrong with JSON that somebody else wrote.
     *
     * @return with paths such as {@code mentions[2].end}, or {@code body} for all of it; empty when the fault is not the
     *     JSON's, but the reader's
     */
    public static List<FieldError> of(JsonProcessingException failure) {
        if (failure instanceof InvalidDefinitionException) {
            return List.of();
        }
        if (failure instanceof JsonMappingException mapping) {
            return ofMapping(mapping);
        }
        if (failure instanceof InputCoercionException number) {
            return List.of(new FieldError(position(number, BODY), Expectations.of(number.getTargetType())));
        }
        if (failure instanceof StreamReadException || failure instanceof StreamConstraintsException) {
            return List.of(ofText(failure, BODY));
        }
        return List.of();
    }

    private static List<FieldError> ofMapping(JsonMappingException failure) {
        String field = path(failure.getPath());
        if (failure instanceof InvalidValueException invalid) {
            return List.of(new FieldError(field, invalid.reason()));
        }
        if (failure instanceof UnrecognizedPropertyException) {
            return List.of(new FieldError(field, "is an unknown field"));
        }
        if (failure instanceof ValueInstantiationException instantiation) {
            return ofConstructor(instantiation, field);
        }
        if (failure.getCause() instanceof InputCoercionException number) {
            return List.of(new FieldError(field, Expectations.of(number.getTargetType())));
        }
        // Broken text in the middle of a record comes wrapped in what was being read.
        if (failure.getCause() instanceof StreamReadException
                || failure.getCause() instanceof StreamConstraintsException) {
            return List.of(ofText((JsonProcessingException) failure.getCause(), field));
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return List.of(new FieldError(field, expectation(mismatch)));
        }
        return List.of(new FieldError(field, "is not valid"));
    }

    /** A constructor that throws a problem knows the field below the one that it was called for. */
    private static List<FieldError> ofConstructor(ValueInstantiationException failure, String field) {
        if (!(failure.getCause() instanceof ProblemException problem)
                || problem.problem().errors().isEmpty()) {
            return List.of(new FieldError(field, "is not valid"));
        }
        List<FieldError> errors = new ArrayList<>();
        for (FieldError error : problem.problem().errors()) {
            String below = BODY.equals(field) ? error.field() : field + "." + error.field();
            errors.add(new FieldError(below, error.reason()));
        }
        return errors;
    }

    private static FieldError ofText(JsonProcessingException failure, String field) {
        if (failure instanceof StreamConstraintsException) {
            boolean depth = failure.getOriginalMessage().contains("nesting depth");
            return new FieldError(
                    BODY, depth ? "is nested too deeply" : "holds a name, a number or a text that is too long");
        }
        String where = where(failure.getLocation());
        if (failure instanceof JsonEOFException) {
            return new FieldError(BODY, "is not valid JSON: it ends too early" + where);
        }
        if (failure.getOriginalMessage().startsWith("Duplicate field")) {
            return new FieldError(position(failure, field), "is there twice" + where);
        }
        return new FieldError(BODY, "is not valid JSON" + where);
    }

    /** Where the parser stood, for failures that carry no path. */
    private static String position(JsonProcessingException failure, String otherwise) {
        if (!(failure.getProcessor() instanceof JsonParser parser)) {
            return otherwise;
        }
        List<JsonMappingException.Reference> references = new ArrayList<>();
        for (JsonStreamContext at = parser.getParsingContext(); at != null && !at.inRoot(); at = at.getParent()) {
            if (at.inArray()) {
                references.add(0, new JsonMappingException.Reference(null, at.getCurrentIndex()));
            } else if (at.getCurrentName() != null) {
                references.add(0, new JsonMappingException.Reference(null, at.getCurrentName()));
            }
        }
        return references.isEmpty() ? otherwise : path(references);
    }

    private static String where(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String expectation(MismatchedInputException failure) {
        if (failure.getOriginalMessage().startsWith("Trailing token")) {
            return "holds more than one JSON value";
        }
        Class<?> type = failure.getTargetType();
        return type == null ? "is not valid" : Expectations.of(type);
    }

    /** {@code mentions[2].end}; the body itself when the path is empty. */
    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }
}
