package io.demarche.ingest.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what a page says about its article: JSON-LD, meta tags, marked elements, the address, in that order of trust. */
final class MetadataReader {

    private static final List<String> TITLES =
            List.of("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title");
    private static final List<String> AUTHORS =
            List.of("author", "article:author", "dc.creator", "sailthru.author", "parsely-author", "byl");
    private static final List<String> DATES = List.of(
            "article:published_time",
            "og:published_time",
            "article:published",
            "datepublished",
            "date",
            "pubdate",
            "publishdate",
            "publish-date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "parsely-pub-date",
            "sailthru.date",
            "cxenseparse:recs:publishtime");

    private static final int MAX_TITLE = 500;

    Metadata read(Document document, @Nullable String url) {
        Map<String, String> meta = metaTags(document);
        JsonNode article = JsonLd.article(document);
        String canonical = canonicalUrl(document, meta, url);
        String siteName = siteName(meta, article);
        return new Metadata(
                title(document, meta, article, siteName),
                byline(document, meta, article),
                publishedAt(document, meta, article, canonical),
                siteName,
                language(document, meta),
                canonical,
                LeadImage.find(document, meta, article),
                JsonLd.isSold(article) || "locked".equalsIgnoreCase(meta.get("article:content_tier")),
                JsonLd.text(article, "articleBody"));
    }

    private static Map<String, String> metaTags(Document document) {
        Map<String, String> meta = new HashMap<>();
        for (Element element : document.getElementsByTag("meta")) {
            String content = Characters.line(element.attr("content"));
            if (content == null) {
                continue;
            }
            for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
                String name = element.attr(key).trim().toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    meta.putIfAbsent(name, content);
                }
            }
        }
        return meta;
    }

    private static @Nullable String title(
            Document document, Map<String, String> meta, @Nullable JsonNode article, @Nullable String siteName) {
        String title = plain(JsonLd.text(article, "headline"));
        String window = Characters.line(document.title());
        if (title == null) {
            title = first(meta, TITLES);
        }
        if (title == null) {
            Element heading = document.selectFirst("h1");
            title = heading == null ? null : Characters.line(heading.text());
        }
        if (title == null) {
            title = window;
        }
        return title == null ? null : Characters.cut(withoutSite(title, siteName), MAX_TITLE);
    }

    /** "Headline | The Gazette" → "Headline". */
    private static String withoutSite(String title, @Nullable String siteName) {
        if (siteName != null && title.length() > siteName.length() + 3 && title.endsWith(siteName)) {
            String rest = title.substring(0, title.length() - siteName.length()).stripTrailing();
            if (!rest.isEmpty() && "|-–—:·»".indexOf(rest.charAt(rest.length() - 1)) >= 0) {
                String bare = rest.substring(0, rest.length() - 1).strip();
                return bare.isEmpty() ? title : bare;
            }
        }
        int bar = title.lastIndexOf(" | ");
        return bar > 20 ? title.substring(0, bar).strip() : title;
    }

    private static @Nullable String byline(Document document, Map<String, String> meta, @Nullable JsonNode article) {
        List<String> authors = new ArrayList<>();
        for (String name : article == null ? List.<String>of() : JsonLd.names(article.get("author"))) {
            String bare = BylineReader.names(name);
            if (bare != null) {
                authors.add(bare);
            }
        }
        String byline = BylineReader.names(String.join(", ", authors));
        for (int i = 0; byline == null && i < AUTHORS.size(); i++) {
            byline = BylineReader.names(meta.get(AUTHORS.get(i)));
        }
        if (byline == null) {
            Element marked = document.selectFirst(
                    "[itemprop=author] [itemprop=name], [rel=author], [itemprop=author], .byline, .author-name");
            byline = marked == null ? null : BylineReader.names(Characters.line(marked.text()));
        }
        return byline;
    }

    private static @Nullable Instant publishedAt(
            Document document, Map<String, String> meta, @Nullable JsonNode article, @Nullable String url) {
        Instant time = PublicationDate.parse(JsonLd.text(article, "datePublished"));
        for (int i = 0; time == null && i < DATES.size(); i++) {
            time = PublicationDate.parse(meta.get(DATES.get(i)));
        }
        if (time == null) {
            Element marked = document.selectFirst("[itemprop=datePublished], time[pubdate], time[datetime]");
            if (marked != null) {
                String value = marked.hasAttr("datetime") ? marked.attr("datetime") : marked.attr("content");
                time = PublicationDate.parse(value.isBlank() ? marked.text() : value);
            }
        }
        return time == null ? PublicationDate.fromUrl(url) : time;
    }

    private static @Nullable String siteName(Map<String, String> meta, @Nullable JsonNode article) {
        String name = meta.get("og:site_name");
        if (name == null && article != null) {
            List<String> publishers = JsonLd.names(article.get("publisher"));
            name = publishers.isEmpty() ? null : publishers.get(0);
        }
        name = name == null ? meta.get("application-name") : name;
        return name == null ? null : Characters.line(name.replaceFirst("^@", ""));
    }

    private static @Nullable String language(Document document, Map<String, String> meta) {
        Element html = document.selectFirst("html");
        String tag = html == null ? "" : html.attr("lang");
        if (tag.isBlank()) {
            tag = meta.getOrDefault("content-language", meta.getOrDefault("og:locale", ""));
        }
        String language = tag.strip().toLowerCase(Locale.ROOT).split("[-_,; ]", 2)[0];
        return language.matches("[a-z]{2}") ? language : null;
    }

    private static @Nullable String canonicalUrl(Document document, Map<String, String> meta, @Nullable String url) {
        for (Element link : document.getElementsByTag("link")) {
            if (link.attr("rel").equalsIgnoreCase("canonical")) {
                String address = WebAddress.normalise(link.absUrl("href"));
                if (address != null) {
                    return address;
                }
            }
        }
        String address = WebAddress.normalise(meta.get("og:url"));
        return address == null ? WebAddress.normalise(url) : address;
    }

    private static @Nullable String first(Map<String, String> meta, List<String> names) {
        for (String name : names) {
            String value = meta.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Headlines in JSON-LD carry entities and even tags. */
    private static @Nullable String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String cut = Characters.cut(text, 4 * MAX_TITLE);
        return Characters.line(
                cut.indexOf('&') >= 0 || cut.indexOf('<') >= 0
                        ? Jsoup.parse(cut).text()
                        : cut);
    }
}
