package io.demarche.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys as JSON, read by the tree: no class needs to be known to a native executable. */
final class KeyJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> FIELDS =
            Set.of("id", "name", "hash", "role", "ratePerMinute", "createdAt", "expiresAt", "revokedAt");

    private KeyJson() {}

    static List<ApiKey> read(String text, String where) throws KeyFileException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new KeyFileException("The key file " + where + " is not JSON.", e);
        }
        if (!root.path("keys").isArray()) {
            throw new KeyFileException("The key file " + where + " has no list \"keys\".");
        }
        List<ApiKey> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : root.get("keys")) {
            String place = "keys[" + keys.size() + "]";
            try {
                ApiKey key = key(node);
                if (!ids.add(key.id())) {
                    throw new IllegalArgumentException("id stands twice");
                }
                keys.add(key);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new KeyFileException("The key file " + where + " has no valid key at " + place + ".", e);
            }
        }
        return List.copyOf(keys);
    }

    private static ApiKey key(JsonNode node) {
        node.fieldNames().forEachRemaining(name -> require(FIELDS.contains(name)));
        String hash = text(node, "hash");
        require(hash.matches("[0-9a-f]{64}"));
        JsonNode rate = node.path("ratePerMinute");
        require(rate.isMissingNode() || rate.isInt() && rate.intValue() > 0);
        return new ApiKey(
                text(node, "id"),
                text(node, "name"),
                hash,
                Role.of(text(node, "role")).orElseThrow(IllegalArgumentException::new),
                rate.isInt() ? OptionalInt.of(rate.intValue()) : OptionalInt.empty(),
                Instant.parse(text(node, "createdAt")),
                time(node, "expiresAt"),
                time(node, "revokedAt"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        require(value.isTextual() && !value.textValue().isBlank());
        return value.textValue();
    }

    private static @Nullable Instant time(JsonNode node, String name) {
        return node.path(name).isMissingNode() ? null : Instant.parse(text(node, name));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not a key");
        }
    }

    static String write(List<ApiKey> keys) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("keys");
        for (ApiKey key : keys) {
            ObjectNode node = list.addObject()
                    .put("id", key.id())
                    .put("name", key.name())
                    .put("hash", key.hash())
                    .put("role", key.role().label());
            key.ratePerMinute().ifPresent(rate -> node.put("ratePerMinute", rate));
            node.put("createdAt", key.createdAt().toString());
            put(node, "expiresAt", key.expiresAt());
            put(node, "revokedAt", key.revokedAt());
        }
        return root.toPrettyString() + "\n";
    }

    private static void put(ObjectNode node, String name, @Nullable Instant time) {
        if (time != null) {
            node.put(name, time.toString());
        }
    }
}
