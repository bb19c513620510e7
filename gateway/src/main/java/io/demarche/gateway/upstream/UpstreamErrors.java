package io.demarche.gateway.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.platform.problem.Problem;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Reads what a service said was wrong. For {@code @RegisterProvider} on the REST clients. */
public class UpstreamErrors implements ResponseExceptionMapper<RuntimeException> {

    private final ObjectMapper json;

    /** Made by the REST client. */
    public UpstreamErrors(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        String type = response.getHeaderString(HttpHeaders.CONTENT_TYPE);
        String body = isProblem(type) ? body(response) : null;
        return answer(json, response.getStatus(), body, response.getHeaderString(HttpHeaders.RETRY_AFTER));
    }

    /** Whether a body of this type says what was wrong. */
    static boolean isProblem(@Nullable String type) {
        return type != null && type.startsWith(Problem.MEDIA_TYPE);
    }

    /** What a service has answered, with the problem that the body may hold. */
    static UpstreamAnswer answer(ObjectMapper json, int status, @Nullable String body, @Nullable String retryAfter) {
        int seconds = retryAfter != null && retryAfter.matches("\\d{1,5}") ? Integer.parseInt(retryAfter) : -1;
        return new UpstreamAnswer(status, body == null ? null : problem(json, body), seconds);
    }

    private static @Nullable Problem problem(ObjectMapper json, String body) {
        try {
            Problem problem = json.readValue(body, Problem.class);
            return problem == null || problem.type() == null || problem.title() == null ? null : problem;
        } catch (JsonProcessingException garbage) {
            return null;
        }
    }

    private static @Nullable String body(Response response) {
        try {
            return response.readEntity(String.class);
        } catch (ProcessingException | IllegalStateException garbage) {
            return null;
        }
    }
}
