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
        return new UpstreamAnswer(response.getStatus(), problem(response), retryAfter(response));
    }

    private @Nullable Problem problem(Response response) {
        String type = response.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith(Problem.MEDIA_TYPE)) {
            return null;
        }
        try {
            Problem problem = json.readValue(response.readEntity(String.class), Problem.class);
            return problem == null || problem.type() == null || problem.title() == null ? null : problem;
        } catch (JsonProcessingException | ProcessingException | IllegalStateException garbage) {
            return null;
        }
    }

    private static int retryAfter(Response response) {
        String seconds = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,5}") ? Integer.parseInt(seconds) : -1;
    }
}
