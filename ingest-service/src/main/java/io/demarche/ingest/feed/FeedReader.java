package io.demarche.ingest.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds of every kind. What is malformed is read as far as it goes; an item that the document breaks off in is left
 * out, since half an address is a wrong one. Neither fetches nor expands anything.
 */
final class FeedReader {

    private FeedReader() {}

    /**
     * Reads.
     *
     * @param text the document
     * @param url where it came from, an absolute address
     * @param maxItems the most items that are taken; of more, the first
     * @return the feed, or null when it is none
     */
    static @Nullable Feed read(String text, String url, int maxItems) {
        String trimmed = text.startsWith("\uFEFF") ? text.substring(1).strip() : text.strip();
        Feed feed = trimmed.startsWith("{") ? JsonFeedReader.read(trimmed, url) : xml(trimmed, url);
        return feed == null ? null : tidied(feed, maxItems);
    }

    private static @Nullable Feed xml(String text, String url) {
        Document document = FeedXml.parse(text);
        Element root = root(document);
        if (root == null) {
            return null;
        }
        return switch (FeedXml.atomName(root)) {
            case "feed" -> AtomReader.read(root, entries(root, text, "entry"), url);
            case "urlset" -> SitemapReader.read(closed(root, text, "url"), url);
            case "sitemapindex" -> SitemapReader.index(closed(root, text, "sitemap"), url);
            default -> RssReader.read(root, entries(root, text, "item"), url);
        };
    }

    private static @Nullable Element root(Document document) {
        for (Element element : document.children()) {
            String name = FeedXml.atomName(element);
            if (Set.of("rss", "rdf", "rdf:rdf", "channel", "feed", "urlset", "sitemapindex")
                    .contains(name)) {
                return element;
            }
        }
        return null;
    }

    private static List<Element> entries(Element root, String text, String name) {
        List<Element> entries = new ArrayList<>();
        for (Element element : closed(root, text, name).getAllElements()) {
            if (FeedXml.atomName(element).equals(name)) {
                entries.add(element);
            }
        }
        return entries;
    }

    /** Without the last entry when the document breaks off in it. */
    private static Element closed(Element root, String text, String name) {
        String tail = text.substring(Math.max(0, lastTag(text, name, "<"))).toLowerCase(Locale.ROOT);
        boolean cut = lastTag(text, name, "<") >= 0 && lastTag(tail, name, "</") < 0;
        // A document that is whole otherwise has only forgotten to close it.
        boolean whole =
                text.endsWith(">") && lastTag(text, FeedXml.atomName(root).replace("rdf:", ""), "</") >= 0;
        if (cut && !whole) {
            Element last = null;
            for (Element element : root.getAllElements()) {
                last = FeedXml.atomName(element).equals(name) ? element : last;
            }
            if (last != null) {
                last.remove();
            }
        }
        return root;
    }

    /** Where the last such tag begins, with or without a prefix; -1 when there is none. */
    private static int lastTag(String text, String name, String opening) {
        for (int at = text.lastIndexOf(opening); at >= 0; at = at == 0 ? -1 : text.lastIndexOf(opening, at - 1)) {
            int from = at + opening.length();
            int end = from;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == ':')) {
                end++;
            }
            String tag = text.substring(from, end);
            if (tag.substring(tag.indexOf(':') + 1).equalsIgnoreCase(name)) {
                return at;
            }
        }
        return -1;
    }

    private static Feed tidied(Feed feed, int maxItems) {
        List<FeedItem> items = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (FeedItem item : feed.items()) {
            if (items.size() < maxItems
                    && item.isUsable()
                    && keys.add(ItemKeys.of(item).key())) {
                items.add(item);
            }
        }
        String title = new FeedItem(null, null, feed.title(), null, null, null).title();
        return new Feed(feed.format(), title, items, feed.pause(), feed.skipHours(), feed.skipDays(), feed.parts());
    }
}
