package io.demarche.platform.strict;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.JsonErrors;
import io.demarche.platform.problem.ProblemException;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** A JSON body is there, is UTF-8 through and through, is not larger than allowed, and is not {@code null}. */
@jakarta.ws.rs.ext.Provider
public final class StrictBody implements ReaderInterceptor {

    private static final String BODY = "body";

    /** Not asked before the first request: Quarkus makes interceptors before there is a runtime configuration. */
    private final Provider<RequestLimitsConfig> limits;

    /** Made by CDI. */
    public StrictBody(Provider<RequestLimitsConfig> limits) {
        this.limits = limits;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isJson(context.getMediaType())) {
            return context.proceed();
        }
        byte[] bytes = read(context.getInputStream());
        StrictReader.requireUtf8(bytes);
        context.setInputStream(new ByteArrayInputStream(bytes));
        Object body = parse(context);
        if (body == null) {
            throw ProblemException.badRequest(BODY, "must not be null");
        }
        return body;
    }

    private static Object parse(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (JsonProcessingException e) {
            throw told(e, e);
        } catch (WebApplicationException e) {
            // How the reader of Quarkus hands on what Jackson throws.
            throw e.getCause() instanceof JsonProcessingException json ? told(json, e) : e;
        }
    }

    private static <E extends Exception> RuntimeException told(JsonProcessingException json, E otherwise) throws E {
        List<FieldError> errors = JsonErrors.of(json);
        if (errors.isEmpty()) {
            throw otherwise;
        }
        return ProblemException.badRequest(errors);
    }

    private byte[] read(InputStream stream) throws IOException {
        long limit = limits.get().maxBodySize().asLongValue();
        byte[] bytes = stream.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > limit) {
            throw ProblemException.tooLarge(BODY, RequestLimits.bodyReason(limit));
        }
        if (bytes.length == 0) {
            throw ProblemException.badRequest(BODY, "is missing");
        }
        return bytes;
    }

    private static boolean isJson(MediaType type) {
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }
}
