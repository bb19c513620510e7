package io.demarche.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the feed that a page of a site names. */
final class FeedDiscovery {

    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
            "application/x.atom+xml",
            "application/x-atom+xml");

    private static final int MAX_DEPTH = 256;

    private FeedDiscovery() {}

    /**
     * The first feed of a page that is not one of comments.
     *
     * @param html the page
     * @param url where it came from
     * @return its address, or null when the page names none
     */
    static @Nullable String find(String html, String url) {
        Document page = Jsoup.parse(html, url, Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        Element baseTag = page.selectFirst("base[href]");
        String declared = baseTag == null ? null : FeedLinks.resolve(url, baseTag.attr("href"));
        String base = declared == null ? url : declared;
        String comments = null;
        for (Element link : page.select("link[href]")) {
            String found = isFeed(link) ? FeedLinks.resolve(base, link.attr("href")) : null;
            if (found != null && !isOfComments(link, found)) {
                return found;
            }
            comments = comments == null ? found : comments;
        }
        return comments;
    }

    private static boolean isFeed(Element link) {
        List<String> relations =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        String type = link.attr("type")
                .toLowerCase(Locale.ROOT)
                .replaceFirst(";.*", "")
                .strip();
        return relations.contains("feed") || relations.contains("alternate") && TYPES.contains(type);
    }

    private static boolean isOfComments(Element link, String url) {
        return (link.attr("title") + " " + url).toLowerCase(Locale.ROOT).contains("comments");
    }
}
