package io.demarche.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies that are nearly right: with one odd value, or broken as text. */
final class OddBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 3_000;
    private static final int LONG = 200_001;

    private final Random random;

    OddBodies(Random random) {
        this.random = random;
    }

    /** The same with one value, somewhere, replaced, taken away or added. */
    JsonNode bent(JsonNode body) {
        JsonNode copy = body.deepCopy();
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(copy, containers);
        if (containers.isEmpty()) {
            return oddValue();
        }
        ContainerNode<?> where = Odd.pick(random, containers);
        if (where instanceof ObjectNode object) {
            bend(object);
        } else if (where instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextInt(3) == 0) {
                array.add(oddValue());
            } else {
                array.set(random.nextInt(array.size()), oddValue());
            }
        }
        return copy;
    }

    private void bend(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(6) == 0) {
            object.set(Odd.any(random), oddValue());
        } else if (random.nextInt(6) == 0) {
            object.remove(Odd.pick(random, names));
        } else {
            object.set(Odd.pick(random, names), oddValue());
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
        if (node instanceof ContainerNode<?> container) {
            containers.add(container);
            container.forEach(inner -> collect(inner, containers));
        }
    }

    private JsonNode oddValue() {
        return switch (random.nextInt(14)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(random.nextLong());
            case 4 -> JSON.numberNode(new BigInteger("9".repeat(40)));
            case 5 -> JSON.numberNode(new BigDecimal("1e300"));
            case 6 -> JSON.numberNode(-1);
            case 7 -> JSON.arrayNode();
            case 8 -> JSON.objectNode();
            case 9 -> JSON.arrayNode().add(Odd.any(random)).addNull();
            case 10 -> JSON.textNode(random.nextInt(8) == 0 ? "ab ".repeat(LONG / 3 + 1) : Odd.any(random));
            case 11 -> JSON.textNode("<p>".repeat(random.nextInt(500)) + Odd.text(random));
            default -> JSON.textNode(Odd.any(random));
        };
    }

    /** Not JSON, not UTF-8, or JSON that no writer makes. */
    byte[] broken(JsonNode body) {
        String text = body.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(16)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> spoil(bytes);
            case 2 -> text.getBytes(StandardCharsets.UTF_16);
            case 3 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 4 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 5 -> text.replace('"', '\'').getBytes(StandardCharsets.UTF_8);
            case 6 ->
                text.replaceFirst("\\{", "{\"text\":\"a\",\"text\":\"b\",").getBytes(StandardCharsets.UTF_8);
            case 7 -> "[".repeat(DEEP).getBytes(StandardCharsets.UTF_8);
            case 8 -> ("{\"text\":".repeat(DEEP) + "1" + "}".repeat(DEEP)).getBytes(StandardCharsets.UTF_8);
            case 9 -> ("/* a */ " + text).getBytes(StandardCharsets.UTF_8);
            case 10 -> new byte[0];
            case 11 -> " \n".getBytes(StandardCharsets.UTF_8);
            case 12 -> ("{\"text\":" + Odd.number(random) + "}").getBytes(StandardCharsets.UTF_8);
            case 13 -> "{\"text\":\"\\ud800\"}".getBytes(StandardCharsets.UTF_8);
            case 14 -> "{\"text\":\"\\u0000 and \\uZZZZ\"}".getBytes(StandardCharsets.UTF_8);
            default -> "\"text\"".getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] spoil(byte[] bytes) {
        byte[] spoilt = bytes.clone();
        for (int i = 0; spoilt.length > 0 && i < 1 + random.nextInt(3); i++) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
        }
        return spoilt;
    }
}
