package io.demarche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.ingest.extraction.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is sent, reading ends, and what comes out can be stored and asked for. */
class FeedPropertiesTest {

    private static final String URL = "https://harbour.example/feed";
    private static final List<String> FEEDS = List.of(
            Samples.RSS_2, Samples.RSS_1, Samples.ATOM, Samples.JSON, Samples.NEWS_SITEMAP, Samples.SITEMAP_INDEX);

    private static void check(String text) {
        Feed feed = FeedReader.read(text, URL, 50);
        if (feed == null) {
            return;
        }
        assertThat(feed.items()).hasSizeLessThanOrEqualTo(50);
        feed.parts().forEach(part -> assertThat(part).isEqualTo(WebAddress.normalise(part)));
        for (FeedItem item : feed.items()) {
            assertThat(item.isUsable()).isTrue();
            assertThat(item.url()).isEqualTo(WebAddress.normalise(item.url()));
            assertThat(ItemKeys.of(item).key()).isNotEmpty().hasSizeLessThanOrEqualTo(500);
            for (String value : new String[] {item.guid(), item.url(), item.title(), item.byline(), item.content()}) {
                if (value != null) {
                    assertThat(value).doesNotContain("\0");
                    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(value))
                            .isTrue();
                }
            }
        }
    }

    @Provide
    Arbitrary<String> feeds() {
        return Arbitraries.of(FEEDS);
    }

    @Property(tries = 1_500)
    void cutAnywhere(@ForAll("feeds") String feed, @ForAll @IntRange(max = 2_500) int at) {
        String cut = feed.substring(0, Math.min(at, feed.length()));
        check(cut);
        Feed whole = FeedReader.read(feed, URL, 50);
        Feed part = FeedReader.read(cut, URL, 50);
        if (whole != null && part != null) {
            assertThat(whole.items())
                    .as("what is read of a part is what is read of the whole")
                    .extracting(FeedItem::url)
                    .containsAll(part.items().stream().map(FeedItem::url).toList());
        }
    }

    @Property(tries = 2_000)
    void mutated(
            @ForAll("feeds") String feed,
            @ForAll @IntRange(max = 2_500) int from,
            @ForAll @IntRange(max = 60) int length,
            @ForAll("pieces") String piece) {
        int start = Math.min(from, feed.length());
        int end = Math.min(start + length, feed.length());
        check(feed.substring(0, start) + piece + feed.substring(end));
    }

    @Property(tries = 1_000)
    void tagsInAnyOrder(@ForAll("soup") String soup) {
        check("<rss><channel>" + soup);
        check("<feed>" + soup);
        check("<urlset>" + soup);
    }

    @Property(tries = 500)
    void anyBytes(@ForAll byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        check(text);
        check("<rss>" + text);
        check("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + text);
    }

    @Property(tries = 500)
    void anyPage(@ForAll String text, @ForAll("pieces") String piece) {
        FeedDiscovery.find("<link rel='alternate' type='application/rss+xml' href='" + text + piece + "'>" + text, URL);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of(
                        "<",
                        ">",
                        "&",
                        "]]>",
                        "<![CDATA[",
                        "<!--",
                        "-->",
                        "</item>",
                        "<item>",
                        "&#0;",
                        "&#xD800;",
                        "\0",
                        "\uD800",
                        "<a:b:c>",
                        "<:>",
                        "</>",
                        "{",
                        "}",
                        "\"",
                        "<?xml",
                        "xml:base='%%'",
                        "&nbsp;",
                        "http://[",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;"));
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "<item>",
                        "</item>",
                        "<entry>",
                        "</entry>",
                        "<url>",
                        "<title>",
                        "</title>",
                        "<link>",
                        "<link href='/x'/>",
                        "/a",
                        "http://b.example/",
                        "<guid>",
                        "</guid>",
                        "<loc>",
                        "</loc>",
                        "1",
                        "<pubDate>",
                        "6 May 2024",
                        "<description>",
                        "<![CDATA[<p>x</p>]]>",
                        "<content type='xhtml'>",
                        "<div>",
                        "</rss>",
                        "<author>",
                        "a@b (c)",
                        "<x xml:base='../..'>",
                        "<ttl>",
                        "<skipHours><hour>5")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }
}
