package io.demarche.gateway.testing;

import com.github.benmanes.caffeine.cache.Cache;
import java.lang.reflect.Field;
import java.util.List;

/** The classes that Caffeine has chosen by their names for a cache's options; an executable has to be told of them. */
public final class CaffeineClasses {

    private CaffeineClasses() {}

    /** Those of the cache in a field. */
    public static List<String> of(Object owner, String field) throws ReflectiveOperationException {
        Cache<?, ?> cache = (Cache<?, ?>) read(owner, owner.getClass(), field);
        Object inner = read(cache, cache.getClass(), "cache");
        Object entries = read(inner, inner.getClass(), "nodeFactory");
        return List.of(inner.getClass().getName(), entries.getClass().getName());
    }

    private static Object read(Object owner, Class<?> type, String name) throws ReflectiveOperationException {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name)) {
                field.setAccessible(true);
                return field.get(owner);
            }
        }
        return read(owner, type.getSuperclass(), name);
    }
}
