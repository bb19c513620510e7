package io.demarche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedDiscoveryTest {

    private static final String URL = "https://harbour.example/news/today";

    @Test
    void findsTheFirstThatIsNotOfComments() {
        String page = "<html><head><link rel=stylesheet href=a.css>"
                + "<link rel=alternate hreflang=de href=/de>"
                + "<link rel='alternate' type='application/rss+xml' title='Comments' href='/comments/feed'>"
                + "<LINK REL='Alternate' TYPE='application/atom+xml; charset=utf-8' HREF='feed.atom'>"
                + "<link rel=alternate type=application/rss+xml href=/rss></head><body>x";
        assertThat(FeedDiscovery.find(page, URL)).isEqualTo("https://harbour.example/news/feed.atom");
    }

    @Test
    void heedsTheBase() {
        String page = "<base href='/blog/'><link rel='alternate' type='application/feed+json' href='feed.json'>";
        assertThat(FeedDiscovery.find(page, URL)).isEqualTo("https://harbour.example/blog/feed.json");
    }

    @Test
    void feedsOfCommentsAreBetterThanNone() {
        String page = "<link rel='alternate' type='application/rss+xml' href='/comments/feed'>";
        assertThat(FeedDiscovery.find(page, URL)).isEqualTo("https://harbour.example/comments/feed");
    }

    @Test
    void mostPagesNameNone() {
        assertThat(FeedDiscovery.find("<p>hello</p><link rel=alternate type=; href=x>", URL))
                .isNull();
    }
}
