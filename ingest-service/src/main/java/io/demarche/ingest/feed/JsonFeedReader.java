package io.demarche.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1. Items are read one by one, so that those before a fault are there. */
final class JsonFeedReader {

    /** Items behind these are not looked at. */
    private static final int MAX_ITEMS = 10_000;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build());

    private final List<JsonNode> items = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String home;
    private boolean isFeed;

    private JsonFeedReader() {}

    /**
     * Reads.
     *
     * @param url where it came from
     * @return the feed, or null when it is none
     */
    static @Nullable Feed read(String text, String url) {
        JsonFeedReader reader = new JsonFeedReader();
        try (JsonParser parser = JSON.createParser(text)) {
            reader.document(parser);
        } catch (IOException e) {
            // As far as it goes.
        }
        if (!reader.isFeed) {
            return null;
        }
        String home = FeedLinks.resolve(url, reader.home);
        String base = home == null ? url : home;
        return Feed.of(
                FeedFormat.JSON,
                reader.title,
                reader.items.stream().map(item -> item(item, base)).toList());
    }

    private void document(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                items(parser);
            } else if (value == JsonToken.VALUE_STRING) {
                field(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "version" -> isFeed |= value.contains("jsonfeed.org/version/");
            case "title" -> title = value;
            case "home_page_url" -> home = value;
            default -> {
                // Nothing that is needed.
            }
        }
    }

    private void items(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT && items.size() < MAX_ITEMS) {
            JsonNode item = parser.readValueAsTree();
            items.add(item);
        }
    }

    private static FeedItem item(JsonNode item, String base) {
        String own = FeedLinks.resolve(base, string(item, "url"));
        String external = FeedLinks.resolve(base, string(item, "external_url"));
        String id = item.path("id").isNumber() ? item.path("id").asText() : string(item, "id");
        String byId = id != null && id.startsWith("http") ? FeedLinks.resolve(base, id) : null;
        String link = own == null ? external : own;
        String published = string(item, "date_published");
        return new FeedItem(
                id,
                link == null ? byId : link,
                FeedText.plain(string(item, "title")),
                authors(item),
                FeedDate.parse(published == null ? string(item, "date_modified") : published),
                content(item));
    }

    private static @Nullable String content(JsonNode item) {
        String html = string(item, "content_html");
        if (html != null) {
            return html;
        }
        String text = string(item, "content_text");
        text = text == null ? string(item, "summary") : text;
        return text == null ? null : FeedText.paragraphs(text);
    }

    private static @Nullable String authors(JsonNode item) {
        String names = StreamSupport.stream(item.path("authors").spliterator(), false)
                .map(author -> string(author, "name"))
                .filter(name -> name != null)
                .limit(10)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? string(item.path("author"), "name") : names;
    }

    private static @Nullable String string(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
