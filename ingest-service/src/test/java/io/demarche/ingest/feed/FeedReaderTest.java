package io.demarche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    private static final String URL = "https://harbour.example/feeds/all";
    private static final Instant FERRY = Instant.parse("2024-05-06T07:30:00Z");
    private static final Instant BRIDGE = Instant.parse("2024-05-06T07:00:00Z");

    private static Feed read(String text) {
        return Objects.requireNonNull(FeedReader.read(text, URL, 100));
    }

    private static List<String> urls(String text) {
        return read(text).items().stream().map(FeedItem::url).toList();
    }

    @Test
    void readsRss2() {
        Feed feed = read(Samples.RSS_2);
        assertThat(feed.format()).isEqualTo(FeedFormat.RSS);
        assertThat(feed.title()).isEqualTo("The Harbour Post");
        assertThat(feed.pause()).isEqualTo(Duration.ofMinutes(30));
        assertThat(feed.skipHours()).containsExactlyInAnyOrder(0, 1);
        assertThat(feed.skipDays()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "post-1",
                                "https://harbour.example/2024/ferry?id=1&utm_source=rss",
                                "Ferry talks & tariffs: no deal",
                                "Ann Author",
                                FERRY,
                                "<p>The ministers met & parted.</p>"),
                        new FeedItem(
                                "https://harbour.example/2024/bridge",
                                "https://harbour.example/2024/bridge",
                                "Bridge opens",
                                "The Desk",
                                BRIDGE,
                                null));
    }

    @Test
    void readsRss1() {
        Feed feed = read(Samples.RSS_1);
        assertThat(feed.format()).isEqualTo(FeedFormat.RSS);
        assertThat(feed.title()).isEqualTo("The Harbour Post");
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "https://harbour.example/2024/ferry",
                                "https://harbour.example/2024/ferry",
                                "Ferry talks",
                                "Ann Author",
                                FERRY,
                                null),
                        new FeedItem(
                                "https://harbour.example/2024/bridge",
                                "https://harbour.example/2024/bridge",
                                "Bridge opens",
                                null,
                                null,
                                null));
    }

    @Test
    void readsRss091() {
        Feed feed = read("<rss version='0.91'><channel><title>T</title><link>http://a.example/</link>"
                + "<item><title>One</title><link>http://a.example/1</link></item></channel></rss>");
        assertThat(feed.items()).extracting(FeedItem::url).containsExactly("http://a.example/1");
    }

    @Test
    void readsAtom() {
        Feed feed = read(Samples.ATOM);
        assertThat(feed.format()).isEqualTo(FeedFormat.ATOM);
        assertThat(feed.title()).isEqualTo("The Harbour Post");
        FeedItem ferry = feed.items().get(0);
        assertThat(ferry.guid()).isEqualTo("tag:harbour.example,2024:1");
        assertThat(ferry.url()).isEqualTo("https://harbour.example/blog/2024/ferry");
        assertThat(ferry.title()).isEqualTo("Ferry talks <fail>");
        assertThat(ferry.byline()).isEqualTo("Ann Author, Bo Writer");
        assertThat(ferry.publishedAt()).isEqualTo(FERRY);
        assertThat(ferry.content()).contains("<em>met</em>");
        FeedItem bridge = feed.items().get(1);
        assertThat(bridge.url()).isEqualTo("https://harbour.example/2024/bridge");
        assertThat(bridge.publishedAt()).isEqualTo(BRIDGE);
        assertThat(bridge.content()).isEqualTo("<p>Cars &lt;b&gt; came.</p>");
    }

    @Test
    void readsAtomWithPrefixesAndOldNames() {
        Feed feed = read("<a:feed xmlns:a='http://purl.org/atom/ns#' version='0.3'><a:title>T</a:title><a:entry>"
                + "<a:title>One</a:title><a:link rel='alternate' href='http://a.example/1'/><a:id>1</a:id>"
                + "<a:issued>2024-05-06T07:30:00Z</a:issued><a:modified>2024-06-06T07:30:00Z</a:modified>"
                + "</a:entry></a:feed>");
        assertThat(feed.items()).containsExactly(new FeedItem("1", "http://a.example/1", "One", null, FERRY, null));
    }

    @Test
    void readsJson() {
        Feed feed = read(Samples.JSON);
        assertThat(feed.format()).isEqualTo(FeedFormat.JSON);
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "1",
                                "https://harbour.example/2024/ferry",
                                "Ferry talks",
                                "Ann Author",
                                FERRY,
                                "<p>The ministers met.</p>"),
                        new FeedItem(
                                "https://harbour.example/2024/bridge",
                                "https://harbour.example/2024/bridge",
                                "Bridge opens",
                                "The Desk",
                                BRIDGE,
                                "<p>One</p><p>Two &lt; 3</p>"));
    }

    @Test
    void readsNewsSitemapsNewestFirst() {
        Feed feed = read(Samples.NEWS_SITEMAP);
        assertThat(feed.format()).isEqualTo(FeedFormat.SITEMAP);
        assertThat(feed.title()).isEqualTo("The Harbour Post");
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(null, "https://harbour.example/2024/ferry", "Ferry talks", null, FERRY, null),
                        new FeedItem(null, "https://harbour.example/2024/bridge", "Bridge opens", null, BRIDGE, null));
    }

    @Test
    void anIndexNamesItsPartsThoseOfNewsFirst() {
        assertThat(read(Samples.SITEMAP_INDEX).parts())
                .containsExactly(
                        "https://harbour.example/news.xml",
                        "https://harbour.example/new.xml",
                        "https://harbour.example/old.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<html><body><p>no feed</p></body></html>", "{\"items\": [{}]}", "[1]", "<"})
    void otherDocumentsAreNone(String text) {
        assertThat(FeedReader.read(text, URL, 100)).isNull();
    }

    @Test
    void anItemThatIsCutIsLeftOut() {
        int inTheSecondLink = Samples.RSS_2.indexOf("/2024/bridge") + 6;
        assertThat(urls(Samples.RSS_2.substring(0, inTheSecondLink)))
                .containsExactly("https://harbour.example/2024/ferry?id=1&utm_source=rss");
        int inTheEntry = Samples.ATOM.indexOf("<summary");
        assertThat(urls(Samples.ATOM.substring(0, inTheEntry))).hasSize(1);
        int inTheObject = Samples.JSON.indexOf("content_text");
        assertThat(urls(Samples.JSON.substring(0, inTheObject))).containsExactly("https://harbour.example/2024/ferry");
        int inThePart = Samples.NEWS_SITEMAP.lastIndexOf("<n:title");
        assertThat(urls(Samples.NEWS_SITEMAP.substring(0, inThePart)))
                .containsExactly("https://harbour.example/2024/bridge");
    }

    @Test
    void whatWasNeverClosedIsReadAllTheSame() {
        String text = "\n junk <rss><channel><title>T & co<item><title>One<link>http://a.example/1</link>"
                + "<item><title>Two</title><link>http://a.example/2?a=1&b=2</link></channel></rss>";
        assertThat(urls(text)).containsExactly("http://a.example/1", "http://a.example/2?a=1&b=2");
    }

    @Test
    void nothingIsExpandedOrFetched() {
        String bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&b;&file; &eacute;</title>"
                + "<link>http://a.example/1</link></item></channel></rss>";
        assertThat(read(bomb).items().get(0).title()).isEqualTo("&b;&file; é");
    }

    @Test
    void itemsAreBoundedAndTakenOnce() {
        StringBuilder text = new StringBuilder("<rss><channel>");
        for (int i = 0; i < 300; i++) {
            text.append("<item><link>http://a.example/").append(i / 2).append("</link></item>");
        }
        assertThat(urls(text.append("</channel></rss>").toString()))
                .hasSize(100)
                .doesNotHaveDuplicates()
                .startsWith("http://a.example/0", "http://a.example/1");
    }

    @Test
    void anItemWithoutAddressNeedsContent() {
        assertThat(read("<rss><channel><item><title>A</title></item><item><title>B</title>"
                                + "<description>Words</description></item></channel></rss>")
                        .items())
                .extracting(FeedItem::title)
                .containsExactly("B");
    }
}
