package io.demarche.platform.strict;

import io.demarche.platform.problem.Expectations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter that a resource method takes.
 *
 * @param name as it stands in the URI
 * @param type of one value
 * @param repeatable whether it may be given more than once
 */
record QueryParameter(String name, Class<?> type, boolean repeatable) {

    /** What is wrong with the values; null when nothing is. */
    @Nullable
    String fault(List<String> values) {
        if (values.size() > 1 && !repeatable) {
            return "is given more than once";
        }
        for (String value : values) {
            String fault = Texts.fault(value);
            if (fault != null) {
                return fault;
            }
            if (!readable(value)) {
                return Expectations.of(type);
            }
        }
        return null;
    }

    private boolean readable(String value) {
        if (isNumber() && !value.chars().allMatch(one -> one < 0x80)) {
            // Java reads the digits of any script, though not everywhere.
            return false;
        }
        try {
            return read(value);
        } catch (NumberFormatException | DateTimeException notOne) {
            return false;
        }
    }

    private boolean isNumber() {
        return type.isPrimitive() ? type != boolean.class : Number.class.isAssignableFrom(type);
    }

    /** True for types that are not known here: their own reading decides. */
    private boolean read(String value) {
        if (type == int.class || type == Integer.class) {
            Integer.parseInt(value);
        } else if (type == long.class || type == Long.class) {
            Long.parseLong(value);
        } else if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            // Double.parseDouble would take "NaN", "0x1p3" and "1d".
            return Double.isFinite(new BigDecimal(value).doubleValue());
        } else if (type == boolean.class || type == Boolean.class) {
            return value.equals("true") || value.equals("false");
        } else if (type == UUID.class) {
            return Uuids.parse(value).isPresent();
        } else if (type == Instant.class) {
            return Rfc3339.parse(value).isPresent();
        } else if (type == LocalDate.class) {
            LocalDate.parse(value);
        } else if (type.isEnum() && !readsItself(type)) {
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(one -> ((Enum<?>) one).name().equals(value));
        }
        return true;
    }

    private static boolean readsItself(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .anyMatch("fromString"::equals);
    }
}
