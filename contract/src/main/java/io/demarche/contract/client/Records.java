package io.demarche.contract.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.contract.document.SchemaView;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Java types held to schemas: records by their components, enums by their values. */
final class Records {

    private static final Map<Class<?>, Set<String>> TYPES = Map.ofEntries(
            Map.entry(String.class, Set.of("string")),
            Map.entry(UUID.class, Set.of("string")),
            Map.entry(Instant.class, Set.of("string")),
            Map.entry(int.class, Set.of("integer")),
            Map.entry(Integer.class, Set.of("integer")),
            Map.entry(long.class, Set.of("integer")),
            Map.entry(Long.class, Set.of("integer")),
            Map.entry(double.class, Set.of("integer", "number")),
            Map.entry(Double.class, Set.of("integer", "number")),
            Map.entry(BigDecimal.class, Set.of("integer", "number")),
            Map.entry(boolean.class, Set.of("boolean")),
            Map.entry(Boolean.class, Set.of("boolean")));

    private static final Map<Class<?>, String> FORMATS = Map.of(UUID.class, "uuid", Instant.class, "date-time");

    private final List<String> faults;

    Records(List<String> faults) {
        this.faults = faults;
    }

    /** What is sent must be let in: each field known there, and all that are required among them. */
    void checkSent(String at, Type type, SchemaView schema) {
        check(at, type, schema, true);
    }

    /** What is read must be given: each field there, and never null where the record cannot bear it. */
    void checkRead(String at, Type type, SchemaView schema) {
        check(at, type, schema, false);
    }

    private void check(String at, Type type, SchemaView schema, boolean sent) {
        Class<?> raw = raw(type);
        if (JsonNode.class.isAssignableFrom(raw)) {
            // Passed on as it is: it fits whatever is there.
            return;
        }
        if (raw.isRecord()) {
            expect(schema.types().contains("object"), at, raw, schema);
            for (RecordComponent component : raw.getRecordComponents()) {
                checkField(at, component, raw, schema, sent);
            }
            if (sent) {
                Set<String> missing = new TreeSet<>(schema.required());
                missing.removeAll(Arrays.stream(raw.getRecordComponents())
                        .map(Records::name)
                        .toList());
                missing.forEach(name -> faults.add(at + "." + name + " is required and not sent"));
            }
        } else if (raw.isEnum()) {
            Set<String> values = values(raw);
            if (!values.equals(schema.values())) {
                faults.add(at + " has the values " + values + ", the service " + schema.values());
            }
        } else if (Collection.class.isAssignableFrom(raw)) {
            if (schema.types().equals(Set.of("array"))) {
                check(at + "[]", ((ParameterizedType) type).getActualTypeArguments()[0], schema.inner(), sent);
            } else {
                expect(false, at, raw, schema);
            }
        } else {
            checkPlain(at, raw, schema, sent);
        }
    }

    private void checkPlain(String at, Class<?> raw, SchemaView schema, boolean sent) {
        Set<String> types = TYPES.get(raw);
        if (types == null) {
            faults.add(at + " is a " + raw.getSimpleName() + ", of which nothing is known here");
            return;
        }
        boolean fits = sent
                ? types.stream().anyMatch(schema.types()::contains)
                : !schema.types().isEmpty() && types.containsAll(schema.types());
        String format = FORMATS.get(raw);
        // What takes any text takes one of a certain form too.
        fits &= format == null
                || format.equals(schema.format())
                || sent && schema.format().isEmpty();
        boolean small = raw == int.class || raw == Integer.class;
        fits &= sent || !small || !schema.format().equals("int64");
        expect(fits, at, raw, schema);
    }

    private void checkField(String at, RecordComponent component, Class<?> owner, SchemaView schema, boolean sent) {
        String name = name(component);
        String here = at + "." + name;
        SchemaView field = schema.properties().get(name);
        if (field == null) {
            faults.add(here + " is not there");
            return;
        }
        boolean mayBeNull = isNullable(component);
        boolean isList = Collection.class.isAssignableFrom(component.getType());
        if (sent && mayBeNull) {
            JsonInclude include = owner.getAnnotation(JsonInclude.class);
            boolean leftOut = include != null && include.value() == JsonInclude.Include.NON_NULL;
            boolean demanded = isDemanded(component);
            if (!demanded && leftOut && schema.required().contains(name)) {
                faults.add(here + " is required and may be left out");
            } else if (!demanded && !leftOut && !field.nullable()) {
                faults.add(here + " may be sent as null, which is not taken");
            }
        }
        // A truth that is left out is read as false.
        boolean isTruth = component.getType() == boolean.class || component.getType() == Boolean.class;
        boolean mayBeMissing = !schema.required().contains(name) && !isTruth;
        if (!sent && !mayBeNull && !isList && (field.nullable() || mayBeMissing)) {
            faults.add(here + " may be null or missing, which the record cannot bear");
        }
        check(here, component.getGenericType(), field, sent);
    }

    private void expect(boolean fits, String at, Class<?> type, SchemaView schema) {
        if (!fits) {
            faults.add(at + " is a " + type.getSimpleName() + ", for the service " + schema.types() + " "
                    + schema.format());
        }
    }

    private static boolean isNullable(RecordComponent component) {
        List<Annotation> all =
                new ArrayList<>(List.of(component.getAnnotatedType().getAnnotations()));
        all.addAll(List.of(component.getAnnotations()));
        return all.stream().anyMatch(one -> one.annotationType().getSimpleName().equals("Nullable"));
    }

    /** Whether it is null only until it has been checked. */
    private static boolean isDemanded(RecordComponent component) {
        AnnotatedElement field = field(component);
        return Arrays.stream(field.getAnnotations())
                .map(one -> one.annotationType().getSimpleName())
                .anyMatch(Set.of("NotNull", "NotBlank", "NotEmpty")::contains);
    }

    private static String name(RecordComponent component) {
        JsonProperty property = field(component).getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }

    private static AnnotatedElement field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Set<String> values(Class<?> type) {
        Set<String> values = new TreeSet<>();
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            try {
                JsonProperty property = type.getField(name).getAnnotation(JsonProperty.class);
                values.add(property == null ? name : property.value());
            } catch (NoSuchFieldException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return values;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }
}
