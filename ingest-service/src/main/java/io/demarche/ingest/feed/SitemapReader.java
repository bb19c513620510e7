package io.demarche.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Site maps with or without the extension for news, and indexes of them. */
final class SitemapReader {

    private SitemapReader() {}

    private record Part(String url, @Nullable Instant changed, boolean news) {}

    /** Reads the element {@code urlset}, newest first. */
    static Feed read(Element root, String url) {
        List<FeedItem> items = new ArrayList<>();
        String name = null;
        for (Element entry : root.children()) {
            if (!FeedXml.name(entry).equals("url")) {
                continue;
            }
            Element news = FeedXml.field(entry, "news:news");
            Element of = news == null ? entry : news;
            Element publication = news == null ? null : FeedXml.field(news, "news:publication");
            if (name == null && publication != null) {
                name = FeedXml.text(publication, "news:name");
            }
            String published = FeedXml.text(of, "news:publication_date");
            items.add(new FeedItem(
                    null,
                    FeedLinks.resolve(url, FeedXml.text(entry, "loc")),
                    FeedXml.text(of, "news:title"),
                    null,
                    FeedDate.parse(published == null ? FeedXml.text(entry, "lastmod") : published),
                    null));
        }
        items.sort(
                Comparator.comparing(FeedItem::publishedAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder())));
        return Feed.of(FeedFormat.SITEMAP, name, items);
    }

    /** Reads the element {@code sitemapindex}; those of news come first, then the newest. */
    static Feed index(Element root, String url) {
        List<Part> parts = new ArrayList<>();
        for (Element entry : root.children()) {
            String link =
                    FeedXml.name(entry).equals("sitemap") ? FeedLinks.resolve(url, FeedXml.text(entry, "loc")) : null;
            if (link != null) {
                parts.add(new Part(link, FeedDate.parse(FeedXml.text(entry, "lastmod")), link.contains("news")));
            }
        }
        parts.sort(Comparator.comparing(Part::news)
                .reversed()
                .thenComparing(Part::changed, Comparator.nullsLast(Comparator.<Instant>reverseOrder())));
        List<String> urls = parts.stream().map(Part::url).distinct().toList();
        return new Feed(FeedFormat.SITEMAP, null, List.of(), null, Set.of(), Set.of(), urls);
    }
}
