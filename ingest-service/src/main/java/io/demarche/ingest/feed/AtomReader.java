package io.demarche.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Atom 1.0, and 0.3 with its older names of the same things. */
final class AtomReader {

    private static final int AUTHORS = 10;

    private AtomReader() {}

    /**
     * Reads.
     *
     * @param root the element {@code feed}
     * @param entries the elements of the entries
     * @param url where it came from
     */
    static Feed read(Element root, List<Element> entries, String url) {
        List<FeedItem> items = new ArrayList<>();
        entries.forEach(entry -> items.add(item(entry, url)));
        return Feed.of(FeedFormat.ATOM, plain(FeedXml.field(root, "title")), items);
    }

    private static FeedItem item(Element entry, String url) {
        String own = FeedXml.base(entry, url);
        String content = html(FeedXml.field(entry, "content"));
        return new FeedItem(
                FeedXml.text(entry, "id"),
                link(entry, own == null ? url : own, url),
                plain(FeedXml.field(entry, "title")),
                authors(entry),
                FeedDate.parse(FeedXml.text(entry, "published", "issued", "created", "updated", "modified")),
                content == null ? html(FeedXml.field(entry, "summary")) : content);
    }

    /** The page that shows the entry: an alternate in HTML, or else any alternate. */
    private static @Nullable String link(Element entry, String base, String url) {
        String original = FeedLinks.resolve(base, FeedXml.text(entry, "feedburner:origlink"));
        if (original != null) {
            return original;
        }
        String found = null;
        for (Element child : entry.children()) {
            String rel = child.attr("rel").toLowerCase(Locale.ROOT);
            if (!FeedXml.atomName(child).equals("link") || !rel.isEmpty() && !rel.equals("alternate")) {
                continue;
            }
            String own = FeedXml.base(child, url);
            String href = child.attr("href");
            String link = FeedLinks.resolve(own == null ? base : own, href.isBlank() ? FeedXml.text(child) : href);
            String type = child.attr("type");
            if (link != null && (type.isEmpty() || type.contains("html"))) {
                return link;
            }
            found = found == null ? link : found;
        }
        return found;
    }

    private static @Nullable String authors(Element entry) {
        List<String> names = new ArrayList<>();
        for (Element child : entry.children()) {
            if (FeedXml.atomName(child).equals("author") && names.size() < AUTHORS) {
                String name = FeedText.author(FeedXml.text(child, "name"));
                names.add(name == null ? Objects.requireNonNullElse(FeedText.author(FeedXml.text(child)), "") : name);
            }
        }
        names.removeIf(String::isBlank);
        if (names.isEmpty()) {
            return FeedText.author(FeedXml.text(entry, "dc:creator"));
        }
        return String.join(", ", names);
    }

    private static @Nullable String plain(@Nullable Element field) {
        if (field != null && type(field).equals("xhtml") && field.childrenSize() > 0) {
            return field.text();
        }
        // Titles of type text are often HTML all the same.
        return FeedText.plain(FeedXml.text(field));
    }

    private static @Nullable String html(@Nullable Element field) {
        if (field == null) {
            return null;
        }
        String type = type(field);
        String html = FeedXml.html(field);
        if (html == null || type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/")) {
            return null;
        }
        boolean text = type.equals("text") || type.equals("text/plain");
        return text ? FeedText.paragraphs(html) : html;
    }

    /** By the specification a type that is not given is text; of content, nobody means that. */
    private static String type(Element field) {
        return field.attr("type").toLowerCase(Locale.ROOT);
    }
}
