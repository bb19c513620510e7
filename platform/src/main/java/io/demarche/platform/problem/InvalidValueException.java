package io.demarche.platform.problem;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;

/**
 * What a Jackson deserializer throws at a value that is not what it must be: a 400 that names the value's path in the
 * JSON and gives the reason.
 */
public final class InvalidValueException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * A fault of the value that is being read.
     *
     * @param reason what is wrong with it, as the end of a sentence that begins with its name
     */
    public InvalidValueException(DeserializationContext context, String reason) {
        super(context.getParser(), reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
