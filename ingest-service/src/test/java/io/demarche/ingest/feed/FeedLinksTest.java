package io.demarche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedLinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a b ; http://a.example/dir/a%20b",
                "/x ; http://a.example/x",
                "?p=1 ; http://a.example/dir/page?p=1",
                "//b.example/x ; http://b.example/x",
                "../x#part ; http://a.example/x",
                "HTTPS://B.example:443/Ä|{1} ; https://b.example/%C3%84%7C%7B1%7D",
                "http://b.example/100% ; http://b.example/100%25",
                "http://[2001:db8::1]/x ; http://[2001:db8::1]/x",
                "mailto:a@b.example ; ",
                "javascript:alert(1) ; ",
                "tag:a.example,2024:1 ; ",
                "http:// ; ",
            })
    void completesAddresses(String written, String meant) {
        assertThat(FeedLinks.resolve("http://a.example/dir/page?q=1", written)).isEqualTo(meant);
    }

    @Test
    void oneKeyForOnePage() {
        assertThat(FeedLinks.key("https://www.a.example/x/?utm_source=rss&id=3&fbclid=z"))
                .isEqualTo("a.example/x?id=3");
        assertThat(FeedLinks.key("http://a.example/x?id=3")).isEqualTo("a.example/x?id=3");
        assertThat(FeedLinks.key("http://a.example/")).isEqualTo("a.example");
        assertThat(FeedLinks.key("http://a.example/x?id=4")).isNotEqualTo("a.example/x?id=3");
    }
}
