package io.demarche.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Broken constraints, told by what the caller sent: fields of the body, parameters of the URI. */
final class Violations {

    private static final String BODY = "body";

    private Violations() {}

    /** Whether it is the answer that breaks a constraint. */
    static boolean ofAnswer(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .flatMap(violation ->
                        StreamSupport.stream(violation.getPropertyPath().spliterator(), false))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    static List<FieldError> of(ConstraintViolationException failure, @Nullable Method method) {
        return failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation, method), violation.getMessage()))
                // The set has no order, an answer should have one.
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::reason))
                .toList();
    }

    private static String field(ConstraintViolation<?> violation, @Nullable Method method) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        List<Path.Node> below = new ArrayList<>();
        String parameter = BODY;
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = name(node.as(Path.ParameterNode.class), method);
            } else if (node.getKind() != ElementKind.METHOD && node.getKind() != ElementKind.CROSS_PARAMETER) {
                below.add(node);
            }
        }
        String path = path(below);
        boolean item = path.startsWith("[") && !BODY.equals(parameter);
        return path.isEmpty() ? parameter : item ? parameter + path : path;
    }

    private static String path(List<Path.Node> nodes) {
        StringBuilder path = new StringBuilder();
        for (Path.Node node : nodes) {
            // The index stands on the node behind the list.
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            } else if (node.getKey() != null) {
                path.append('.').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return path.toString();
    }

    private static String name(Path.ParameterNode node, @Nullable Method method) {
        if (method == null || node.getParameterIndex() >= method.getParameterCount()) {
            return node.getName();
        }
        Parameter parameter = method.getParameters()[node.getParameterIndex()];
        return Stream.of(
                        given(parameter.getAnnotation(RestQuery.class), RestQuery::value),
                        given(parameter.getAnnotation(QueryParam.class), QueryParam::value),
                        given(parameter.getAnnotation(RestPath.class), RestPath::value),
                        given(parameter.getAnnotation(PathParam.class), PathParam::value),
                        given(parameter.getAnnotation(RestHeader.class), RestHeader::value),
                        given(parameter.getAnnotation(HeaderParam.class), HeaderParam::value))
                .flatMap(List::stream)
                .map(name -> name.isEmpty() ? node.getName() : name)
                .findFirst()
                .orElse(BODY);
    }

    private static <A> List<String> given(@Nullable A annotation, java.util.function.Function<A, String> value) {
        return annotation == null ? List.of() : List.of(value.apply(annotation));
    }
}
