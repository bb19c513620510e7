package io.demarche.platform.strict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.JsonErrors;
import io.demarche.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads JSON that is not the body of a request, such as a line of NDJSON, as bodies are read. */
public final class StrictReader {

    private static final String BODY = "body";

    private StrictReader() {}

    /**
     * Reads one value.
     *
     * @param bytes UTF-8, all of it one JSON value
     * @param reader made by the {@code ObjectMapper} that CDI gives out, which is strict
     * @throws ProblemException 400 when it is not what the reader wants; {@code body} names all of it
     */
    public static <T> T read(byte[] bytes, ObjectReader reader) {
        requireUtf8(bytes);
        T value = parse(bytes, reader);
        if (value == null) {
            throw ProblemException.badRequest(BODY, "must not be null");
        }
        return value;
    }

    private static <T> T parse(byte[] bytes, ObjectReader reader) {
        try {
            return reader.readValue(bytes);
        } catch (JsonProcessingException e) {
            List<FieldError> errors = JsonErrors.of(e);
            if (errors.isEmpty()) {
                throw new IllegalStateException("the value cannot be read, whatever it is", e);
            }
            throw ProblemException.badRequest(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Jackson would take UTF-16 and UTF-32 too, and overlong forms of UTF-8. */
    static void requireUtf8(byte[] bytes) {
        int broken = Utf8.broken(bytes);
        if (broken >= 0) {
            throw ProblemException.badRequest(BODY, "is not UTF-8: byte " + broken + " is broken");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw ProblemException.badRequest(BODY, "is not UTF-8: byte " + i + " is zero");
            }
        }
    }
}
