package io.demarche.gateway.stance;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Which stances to list, as the analysis service's query parameters. Values of one name are alternatives. */
final class StanceFilter {

    private final MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();

    /** Adds a parameter; null and an empty list add nothing. */
    StanceFilter with(String name, @Nullable Object value) {
        if (value instanceof Collection<?> values) {
            values.forEach(one -> parameters.add(name, String.valueOf(one)));
        } else if (value != null) {
            parameters.add(name, value.toString());
        }
        return this;
    }

    /** The same as a query, with its question mark; empty when there are none. */
    String query() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, values) ->
                values.forEach(value -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return query.toString();
    }

    MultivaluedMap<String, String> parameters() {
        return parameters;
    }
}
