package io.demarche.contract.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.contract.document.Document;
import io.demarche.contract.document.Operation;
import io.demarche.contract.document.SchemaView;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A REST client interface held to the document of the service that it calls: paths, methods, parameters, and the records
 * that it sends and reads.
 */
public final class ClientContract {

    private static final String JSON = "application/json";

    private final Document service;
    private final List<String> faults = new ArrayList<>();

    private ClientContract(Document service) {
        this.service = service;
    }

    /** One sentence for each thing that the service does not offer so; empty when all fits. */
    public static List<String> faults(Class<?> client, Document service) {
        ClientContract contract = new ClientContract(service);
        for (Method method : client.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    contract.check(client, method, http.value());
                }
            }
        }
        return List.copyOf(contract.faults);
    }

    private void check(Class<?> client, Method method, String http) {
        String at = client.getSimpleName() + "." + method.getName();
        String path =
                ("/" + path(client) + "/" + path(method)).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        Optional<Operation> found = service.operation(http, path);
        if (found.isEmpty()) {
            faults.add(at + " calls " + http + " " + path + ", which is not offered");
            return;
        }
        Operation operation = found.get();
        Records records = new Records(faults);
        boolean sendsBody = false;
        for (Parameter parameter : method.getParameters()) {
            sendsBody |= checkParameter(at, parameter, operation, records);
        }
        JsonNode body = service.resolve(operation.node().path("requestBody"));
        if (body.path("required").asBoolean() && !sendsBody) {
            faults.add(at + " sends no body");
        }
        checkAnswer(at, unwrapped(method.getGenericReturnType()), operation, records);
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** Whether it is the body. */
    private boolean checkParameter(String at, Parameter parameter, Operation operation, Records records) {
        Optional<Place> place = Place.of(parameter);
        if (place.isEmpty()) {
            boolean isBody = !MultivaluedMap.class.isAssignableFrom(parameter.getType());
            JsonNode content = operation.requestContent().get(JSON);
            if (isBody && content == null) {
                faults.add(at + " sends a body that nobody reads");
            } else if (isBody) {
                records.checkSent(
                        at, parameter.getParameterizedType(), new SchemaView(service, content.path("schema")));
            }
            return isBody;
        }
        String name = place.get().name();
        JsonNode declared = operation.parameters(place.get().in()).get(name);
        if (declared == null) {
            faults.add(at + " sends the parameter " + name + ", which is not taken");
        } else {
            records.checkSent(
                    at + " " + name,
                    parameter.getParameterizedType(),
                    new SchemaView(service, declared.path("schema")));
        }
        return false;
    }

    /** Where a parameter that isn't the body goes, in the document's words, and its name there. */
    private record Place(String in, String name) {

        static Optional<Place> of(Parameter parameter) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                return Optional.of(new Place("query", query.value()));
            }
            PathParam path = parameter.getAnnotation(PathParam.class);
            if (path != null) {
                return Optional.of(new Place("path", path.value()));
            }
            HeaderParam header = parameter.getAnnotation(HeaderParam.class);
            return Optional.ofNullable(header).map(HeaderParam::value).map(name -> new Place("header", name));
        }
    }

    private void checkAnswer(String at, Type type, Operation operation, Records records) {
        boolean read = false;
        for (var answer : operation.responses().entrySet()) {
            JsonNode schema = answer.getValue().path("content").path(JSON).path("schema");
            if (answer.getKey().startsWith("2") && !schema.isMissingNode() && type != Void.class) {
                records.checkRead(at + " " + answer.getKey(), type, new SchemaView(service, schema));
                read = true;
            }
        }
        if (!read && type != Void.class) {
            faults.add(at + " reads an answer that is not given");
        }
    }

    /** What is in {@code Uni<RestResponse<X>>}. */
    private static Type unwrapped(Type type) {
        Type at = type;
        while (at instanceof ParameterizedType wrapper
                && List.of("Uni", "RestResponse").contains(((Class<?>) wrapper.getRawType()).getSimpleName())) {
            at = wrapper.getActualTypeArguments()[0];
        }
        return at;
    }
}
