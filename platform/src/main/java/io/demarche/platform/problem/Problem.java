package io.demarche.platform.problem;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem: the body of every answer with a status of 400 or more.
 *
 * @param type what kind of problem it is, as a relative URI ({@code /problems/<slug>}); stable, for programs
 * @param title the kind in words; the same for all problems of one type
 * @param status the HTTP status, 400 to 599
 * @param detail what happened this time, for people
 * @param instance path of the request that failed
 * @param errors what is wrong with which part of the request; absent from JSON when empty
 * @param errorId id under which the log keeps the cause; only for statuses of 500 and more, and only when it was logged
 * @param traceId id of the trace that the request belongs to; filled in when the problem is sent
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(
        URI type,
        String title,
        int status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String errorId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String traceId) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the errors; a missing list, as JSON has it, is an empty one. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is not there
    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A problem that has not been sent yet. */
    public Problem(
            URI type,
            String title,
            int status,
            @Nullable String detail,
            @Nullable String instance,
            List<FieldError> errors,
            @Nullable String errorId) {
        this(type, title, status, detail, instance, errors, errorId, null);
    }

    /** A problem of the type and title that go with the status. */
    public static Problem of(int status, @Nullable String detail) {
        return of(status, detail, List.of());
    }

    /** A problem of the type and title that go with the status, with what is wrong in which place. */
    public static Problem of(int status, @Nullable String detail, List<FieldError> errors) {
        ProblemType type = ProblemType.of(status);
        return new Problem(type.uri(), type.title(), status, detail, null, errors, null);
    }

    /** The same problem, met by the request of this path. */
    public Problem at(@Nullable String path) {
        return new Problem(type, title, status, detail, path, errors, errorId, traceId);
    }

    /** The same problem, with the id under which the log has its cause. */
    public Problem loggedAs(String id) {
        return new Problem(type, title, status, detail, instance, errors, id, traceId);
    }
}
