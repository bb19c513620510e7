package io.demarche.platform.strict;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a resource method.
 *
 * @param byName those that it names
 * @param open whether it takes any others too, as a map
 */
record QueryParameters(Map<String, QueryParameter> byName, boolean open) {

    static QueryParameters of(Method method) {
        Map<String, QueryParameter> found = new HashMap<>();
        boolean open = false;
        for (Parameter parameter : method.getParameters()) {
            open |= add(parameter, parameter.getName(), parameter.getType(), parameter.getParameterizedType(), found);
        }
        return new QueryParameters(Map.copyOf(found), open);
    }

    private static boolean add(
            AnnotatedElement element, String javaName, Class<?> type, Type generic, Map<String, QueryParameter> found) {
        String name = name(element, javaName);
        if (name == null) {
            return element.isAnnotationPresent(BeanParam.class) && addFields(type, found);
        }
        if (Map.class.isAssignableFrom(type)) {
            return true;
        }
        boolean repeatable = type.isArray() || Collection.class.isAssignableFrom(type);
        found.put(name, new QueryParameter(name, element(type, generic), repeatable));
        return false;
    }

    private static boolean addFields(Class<?> bean, Map<String, QueryParameter> found) {
        boolean open = false;
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    open |= add(field, field.getName(), field.getType(), field.getGenericType(), found);
                }
            }
        }
        return open;
    }

    private static @Nullable String name(AnnotatedElement element, String javaName) {
        RestQuery rest = element.getAnnotation(RestQuery.class);
        if (rest != null) {
            return rest.value().isEmpty() ? javaName : rest.value();
        }
        QueryParam standard = element.getAnnotation(QueryParam.class);
        return standard == null ? null : standard.value();
    }

    /** {@code X} of {@code X[]}, {@code List<X>} and {@code Optional<X>}. */
    private static Class<?> element(Class<?> type, Type generic) {
        if (type.isArray() && !(generic instanceof GenericArrayType)) {
            return type.getComponentType();
        }
        boolean wraps = Collection.class.isAssignableFrom(type) || type == Optional.class;
        if (wraps && generic instanceof ParameterizedType parameterized) {
            return parameterized.getActualTypeArguments()[0] instanceof Class<?> inner ? inner : Object.class;
        }
        return type;
    }
}
