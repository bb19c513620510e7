package io.demarche.platform.problem;

import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Types in words for people. */
public final class Expectations {

    private static final Set<Class<?>> WHOLE = Set.of(
            int.class,
            Integer.class,
            long.class,
            Long.class,
            short.class,
            Short.class,
            byte.class,
            Byte.class,
            java.math.BigInteger.class);

    private static final Set<Class<?>> DECIMAL =
            Set.of(double.class, Double.class, float.class, Float.class, java.math.BigDecimal.class);

    private Expectations() {}

    /** What a value of the type must be, as the end of a sentence that begins with the name of a field. */
    public static String of(Class<?> type) {
        if (WHOLE.contains(type)) {
            return type == int.class || type == Integer.class
                    ? "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
                    : "must be a whole number";
        }
        if (DECIMAL.contains(type)) {
            return "must be a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "must be an RFC 3339 time such as 2026-01-31T12:00:00Z";
        }
        if (type == LocalDate.class) {
            return "must be a date such as 2026-01-31";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (type == URI.class || type == URL.class) {
            return "must be a URI";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a text";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "must be an object" : "is not valid";
    }
}
