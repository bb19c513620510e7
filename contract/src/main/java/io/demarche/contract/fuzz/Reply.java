package io.demarche.contract.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came over the wire.
 *
 * @param status 0 when the connection ended without one
 * @param headers by their names in lower case
 * @param body unframed
 * @param fault what is wrong with its HTTP; null when nothing is
 */
public record Reply(int status, Map<String, List<String>> headers, byte[] body, @Nullable String fault) {

    /** The first value of a header; null without one. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    /** The media type without its parameters; empty without one. */
    public String mediaType() {
        String type = header("content-type");
        return type == null ? "" : type.split(";", 2)[0].strip();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
