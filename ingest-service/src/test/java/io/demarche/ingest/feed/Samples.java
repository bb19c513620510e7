package io.demarche.ingest.feed;

/** One feed of each kind, with two items that say the same in all of them. */
final class Samples {

    static final String RSS_2 =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:creator="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
              <channel>
                <title>The Harbour Post</title><link>https://harbour.example/news/</link><description>News</description>
                <ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
                <skipHours><hour>1</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
                <item>
                  <title>Ferry talks &amp;amp; tariffs: &lt;b&gt;no deal&lt;/b&gt;</title>
                  <link>/2024/ferry?id=1&amp;utm_source=rss</link>
                  <guid isPermaLink="false">post-1</guid>
                  <pubDate>Mon, 06 May 2024 09:30:00 +0200</pubDate>
                  <creator:creator>Ann Author</creator:creator>
                  <description>Short.</description>
                  <content:encoded><![CDATA[<p>The ministers met & parted.</p>]]></content:encoded>
                </item>
                <item>
                  <title><![CDATA[Bridge opens]]></title>
                  <guid>https://harbour.example/2024/bridge</guid>
                  <author>desk@harbour.example (The Desk)</author>
                  <pubDate>6 May 24 07:00 GMT</pubDate>
                </item>
              </channel>
            </rss>
            """;

    static final String RSS_1 =
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                     xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://harbour.example/rdf"><title>The Harbour Post</title>
                <link>https://harbour.example/</link></channel>
              <item rdf:about="https://harbour.example/2024/ferry"><title>Ferry talks</title>
                <link>https://harbour.example/2024/ferry</link><dc:date>2024-05-06T09:30:00+02:00</dc:date>
                <dc:creator>Ann Author</dc:creator></item>
              <item rdf:about="https://harbour.example/2024/bridge"><title>Bridge opens</title></item>
            </rdf:RDF>
            """;

    static final String ATOM =
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/blog/">
              <title type="text">The Harbour Post</title>
              <link rel="self" href="feed.atom"/><id>urn:feed</id><updated>2024-05-06T08:00:00Z</updated>
              <entry xml:base="2024/">
                <title type="html">Ferry talks &amp;lt;fail&amp;gt;</title>
                <link rel="enclosure" href="sound.mp3"/>
                <link rel="alternate" type="application/json" href="ferry.json"/>
                <link rel="alternate" type="text/html" href="ferry"/>
                <id>tag:harbour.example,2024:1</id><published>2024-05-06T07:30:00.5Z</published>
                <updated>2024-05-07T07:30:00Z</updated>
                <author><name>Ann Author</name><email>a@harbour.example</email></author>
                <author><name>Bo Writer</name></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ministers <em>met</em>.</p></div></content>
              </entry>
              <entry>
                <title>Bridge opens</title><link href="/2024/bridge"/><id>urn:2</id><updated>2024-05-06T07:00:00Z</updated>
                <summary type="text">Cars &lt;b&gt; came.</summary>
              </entry>
            </feed>
            """;

    static final String JSON =
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Post",
             "home_page_url": "https://harbour.example/", "feed_url": "https://harbour.example/feed.json",
             "items": [
               {"id": 1, "url": "/2024/ferry", "title": "Ferry talks", "content_html": "<p>The ministers met.</p>",
                "date_published": "2024-05-06T09:30:00+02:00", "authors": [{"name": "Ann Author"}, {"url": "x"}]},
               {"id": "https://harbour.example/2024/bridge", "title": "Bridge opens", "content_text": "One\\n\\nTwo < 3",
                "author": {"name": "The Desk"}, "date_modified": "2024-05-06T07:00:00Z"}
             ]}
            """;

    static final String NEWS_SITEMAP =
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>https://harbour.example/2024/bridge</loc><lastmod>2024-05-09</lastmod>
                <n:news><n:publication><n:name>The Harbour Post</n:name><n:language>en</n:language></n:publication>
                  <n:publication_date>2024-05-06T07:00:00Z</n:publication_date><n:title>Bridge opens</n:title></n:news></url>
              <url><loc>https://harbour.example/2024/ferry</loc>
                <n:news><n:publication_date>2024-05-06T09:30:00+02:00</n:publication_date><n:title>Ferry talks</n:title></n:news></url>
            </urlset>
            """;

    static final String SITEMAP_INDEX =
            """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <sitemap><loc>https://harbour.example/old.xml</loc><lastmod>2023-01-01</lastmod></sitemap>
              <sitemap><loc>https://harbour.example/new.xml</loc><lastmod>2024-05-06T10:00:00Z</lastmod></sitemap>
              <sitemap><loc>/news.xml</loc></sitemap>
            </sitemapindex>
            """;

    private Samples() {}
}
