package io.demarche.ingest.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the article in a page's JSON-LD; pages get JSON wrong in many ways, so whatever cannot be read is passed over. */
final class JsonLd {

    /** More scripts or nodes than this are no description of one article. */
    private static final int MAX_SCRIPTS = 50;

    private static final Pattern FALSE =
            Pattern.compile("\\s*(?:https?://schema\\.org/)?(?:false|no)\\s*", Pattern.CASE_INSENSITIVE);

    private static final int MAX_NODES = 20_000;

    private static final ObjectReader READER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build()
            .readerFor(JsonNode.class);

    private JsonLd() {}

    /**
     * Finds the article.
     *
     * @param document a page
     * @return the first node whose type is an article's; else the first page that has a date; else null
     */
    static @Nullable JsonNode article(Document document) {
        int scripts = 0;
        JsonNode page = null;
        for (Element script : document.getElementsByTag("script")) {
            if (!script.attr("type").trim().equalsIgnoreCase("application/ld+json")) {
                continue;
            }
            if (++scripts > MAX_SCRIPTS) {
                break;
            }
            JsonNode root = parse(script.data());
            JsonNode found = first(root, JsonLd::isArticle);
            if (found != null) {
                return found;
            }
            page = page == null ? first(root, JsonLd::isDatedPage) : page;
        }
        return page;
    }

    /**
     * Reads the names out of what may be a string, an object with a name, or a list of either.
     *
     * @param value the node, or null
     * @return the names in order
     */
    static List<String> names(@Nullable JsonNode value) {
        List<String> names = new ArrayList<>();
        if (value == null) {
            return names;
        }
        Iterable<JsonNode> items = value.isArray() ? value : List.of(value);
        for (JsonNode item : items) {
            JsonNode name = item.isObject() ? item.path("name") : item;
            if (name.isArray() && !name.isEmpty()) {
                name = name.get(0);
            }
            String text = name.isTextual() ? Characters.line(name.textValue()) : null;
            if (text != null && !names.contains(text) && names.size() < 20) {
                names.add(text);
            }
        }
        return names;
    }

    /** Reads a string property, the first of several. */
    static @Nullable String text(@Nullable JsonNode node, String property) {
        if (node == null) {
            return null;
        }
        JsonNode value = node.path(property);
        if (value.isArray() && !value.isEmpty()) {
            value = value.get(0);
        }
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** Whether an article, or a part of it, is said not to be free. */
    static boolean isSold(@Nullable JsonNode article) {
        if (article == null) {
            return false;
        }
        JsonNode part = article.path("hasPart");
        return isFalse(article.path("isAccessibleForFree"))
                || isFalse((part.isArray() ? part.path(0) : part).path("isAccessibleForFree"));
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue()
                || value.isTextual() && FALSE.matcher(value.textValue()).matches();
    }

    private static @Nullable JsonNode parse(String data) {
        try {
            return READER.readTree(data);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable JsonNode first(@Nullable JsonNode root, Predicate<JsonNode> wanted) {
        Deque<JsonNode> open = new ArrayDeque<>();
        if (root != null) {
            open.add(root);
        }
        for (int i = 0; i < MAX_NODES && !open.isEmpty(); i++) {
            JsonNode node = open.poll();
            if (node.isObject() && wanted.test(node)) {
                return node;
            }
            for (JsonNode child : node) {
                if (child.isContainerNode()) {
                    open.add(child);
                }
            }
        }
        return null;
    }

    private static boolean isArticle(JsonNode node) {
        return isOf(
                node.path("@type"),
                name -> name.endsWith("Article")
                        || name.endsWith("BlogPosting")
                        || name.equals("Report")
                        || name.equals("Review"));
    }

    private static boolean isDatedPage(JsonNode node) {
        return node.has("datePublished") && isOf(node.path("@type"), name -> name.endsWith("WebPage"));
    }

    private static boolean isOf(JsonNode type, Predicate<String> names) {
        if (!type.isArray()) {
            return names.test(type.asText(""));
        }
        for (JsonNode one : type) {
            if (one.isTextual() && names.test(one.textValue())) {
                return true;
            }
        }
        return false;
    }
}
