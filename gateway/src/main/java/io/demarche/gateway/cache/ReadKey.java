package io.demarche.gateway.cache;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which answer is meant: equal keys have equal answers. Holds no caller, since all readers see the same; whether somebody
 * may read is decided before.
 */
public final class ReadKey {

    private final Reading reading;
    private final Map<String, String> parameters = new TreeMap<>();

    private ReadKey(Reading reading) {
        this.reading = reading;
    }

    /** The beginning of a key. */
    public static ReadKey of(Reading reading) {
        return new ReadKey(reading);
    }

    /**
     * Adds a parameter, as it is after its defaults have been filled in. The order in which parameters are added, and that
     * of the values of one, make no difference; null and an empty list add nothing.
     */
    public ReadKey with(String name, @Nullable Object value) {
        if (value instanceof Collection<?> values) {
            if (!values.isEmpty()) {
                parameters.put(
                        name,
                        values.stream().map(ReadKey::text).distinct().sorted().collect(Collectors.joining(",")));
            }
        } else if (value != null) {
            parameters.put(name, text(value));
        }
        return this;
    }

    private static String text(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    Reading reading() {
        return reading;
    }

    /** The key in one canonical form. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(reading.name());
        parameters.forEach(
                (name, value) -> text.append('&').append(name).append('=').append(value));
        return text.toString();
    }
}
