package io.demarche.ingest.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * XML that may be broken anywhere: the parser knows no entities but HTML's own, fetches nothing, and closes what was not
 * closed.
 */
final class FeedXml {

    /** Content in XHTML nests; a feed itself is four levels deep. */
    private static final int MAX_DEPTH = 128;

    /** What is behind this many tags is not read: each takes far more memory than bytes. */
    private static final int MAX_TAGS = 250_000;

    /** How much of a field that was never closed is searched for the fields it swallowed. */
    private static final int SEARCHED = 40;

    /** The most addresses in one another that an address is relative to. */
    private static final int BASES = 4;

    private static final Set<String> PLAIN_FIELDS =
            Set.of("title", "link", "guid", "id", "pubdate", "author", "category", "loc", "name", "dc:creator");

    /** The names by which feeds' own vocabularies go here, whatever prefix the document gives them. */
    private static final Map<String, String> VOCABULARIES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom:"),
            Map.entry("http://purl.org/atom/ns#", "atom:"),
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content:"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy:"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
            Map.entry("http://purl.org/dc/terms/", "dcterms:"),
            Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news:"),
            Map.entry("http://www.sitemaps.org/schemas/sitemap/0.9", ""),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"));

    private FeedXml() {}

    static Document parse(String text) {
        return Jsoup.parse(bounded(text), "", Parser.xmlParser().setMaxDepth(MAX_DEPTH));
    }

    private static String bounded(String text) {
        int tags = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (++tags > MAX_TAGS) {
                return text.substring(0, at);
            }
        }
        return text;
    }

    /** The name in lower case, with a prefix unless it is of the feed's own vocabulary. */
    static String name(Element element) {
        String written = element.tagName().toLowerCase(Locale.ROOT);
        int colon = written.indexOf(':');
        String local = written.substring(colon + 1);
        if (colon < 0) {
            return local;
        }
        String vocabulary = VOCABULARIES.get(element.tag().namespace().toLowerCase(Locale.ROOT));
        return vocabulary == null ? written : vocabulary + local;
    }

    /** The name as a document of Atom means it, where all of Atom may have a prefix. */
    static String atomName(Element element) {
        String name = name(element);
        return name.startsWith("atom:") ? name.substring(5) : name;
    }

    /** The first of the wanted fields that is there; one that lies in a field that was never closed counts too. */
    static @Nullable Element field(Element item, String... wanted) {
        List<String> names = Arrays.asList(wanted);
        for (String name : names) {
            for (Element child : item.children()) {
                if (name.equals(name(child)) || ("atom:" + name).equals(name(child))) {
                    return child;
                }
            }
        }
        for (Element child : item.children()) {
            if (child.childrenSize() > 0 && PLAIN_FIELDS.contains(atomName(child))) {
                Element found = swallowed(child, names);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Element swallowed(Element field, List<String> names) {
        Element[] found = new Element[1];
        int[] seen = new int[1];
        field.filter((node, depth) -> {
            if (++seen[0] > SEARCHED || found[0] != null) {
                return NodeFilter.FilterResult.STOP;
            }
            if (node instanceof Element element && element != field) {
                if (isEntry(element)) {
                    return NodeFilter.FilterResult.STOP;
                }
                if (names.contains(atomName(element))) {
                    found[0] = element;
                    return NodeFilter.FilterResult.STOP;
                }
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return found[0];
    }

    static boolean isEntry(Element element) {
        String name = atomName(element);
        return name.equals("item") || name.equals("entry");
    }

    /** The characters of a field of plain text, without those of elements in it; null when there are none. */
    static @Nullable String text(@Nullable Element field) {
        if (field == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Node node : field.childNodes()) {
            if (node instanceof TextNode part) {
                text.append(part.getWholeText());
            }
        }
        return text.toString().isBlank() ? null : text.toString().strip();
    }

    static @Nullable String text(Element item, String... wanted) {
        return text(field(item, wanted));
    }

    /** A field that holds HTML: escaped, in CDATA, or as elements. */
    static @Nullable String html(@Nullable Element field) {
        if (field == null) {
            return null;
        }
        if (field.childrenSize() == 0) {
            return text(field);
        }
        StringBuilder html = new StringBuilder();
        for (Node node : field.childNodes()) {
            html.append(node instanceof CDataNode data ? data.getWholeText() : node.outerHtml());
        }
        return html.toString();
    }

    /** The address that relative ones are relative to, by xml:base; null when the document gives none. */
    static @Nullable String base(Element element, @Nullable String document) {
        return base(element, document, BASES);
    }

    private static @Nullable String base(Element element, @Nullable String document, int left) {
        for (Element at = element; at != null && left > 0; at = at.parent()) {
            String written = at.attr("xml:base");
            if (!written.isBlank()) {
                Element parent = at.parent();
                String outer = parent == null ? null : base(parent, document, left - 1);
                return FeedLinks.resolve(outer == null ? document : outer, written);
            }
        }
        return null;
    }
}
