package io.demarche.ingest.extraction;

import java.util.Random;

/**
 * News pages of a given size, the same in every run: half of a page is scripts and styles, the rest menus, an article of
 * its usual length, teasers and comments, which is what grows with the page.
 */
final class MadePages {

    private static final String[] WORDS =
            ("the of to and in that was for on said with his her it as at by from were has had "
                            + "government minister talks proposal parliament border agreement officials president spokesman party "
                            + "sanctions support vote decision country security council meeting statement reporters week would not")
                    .split(" ");

    private static final int PARAGRAPHS = 25;

    private final Random random;
    private final StringBuilder page = new StringBuilder();

    private MadePages(long seed) {
        random = new Random(seed);
    }

    /**
     * Makes a page.
     *
     * @param seed which of the pages of this size
     * @param characters about how long it is to be
     */
    static String page(long seed, int characters) {
        return new MadePages(seed).make(characters);
    }

    private String make(int characters) {
        page.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(words(8))
                .append(" | The Example</title>");
        for (int i = 0; i < 40; i++) {
            page.append("<meta property=\"og:x")
                    .append(i)
                    .append("\" content=\"")
                    .append(words(6))
                    .append("\">");
        }
        page.append("<meta property=\"og:site_name\" content=\"The Example\"><script type=\"application/ld+json\">")
                .append(
                        "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"NewsArticle\",")
                .append("\"headline\":\"")
                .append(words(8))
                .append("\",\"datePublished\":\"2024-05-06T08:00:00+02:00\",")
                .append("\"author\":[{\"name\":\"Ann Author\"}],\"image\":[\"https://i.example/a.jpg\"]}]}</script>");
        scripts(characters / 4);
        page.append("</head><body class=\"single-post logged-out\">");
        menus();
        article();
        while (page.length() < characters * 3 / 4) {
            teasers();
            comments();
        }
        page.append("<footer class=\"site-footer\"><p>© 2024 The Example</p></footer>");
        scripts(characters - page.length());
        return page.append("</body></html>").toString();
    }

    private void scripts(int characters) {
        int end = page.length() + characters;
        while (page.length() < end) {
            page.append("<script>window.q=window.q||[];q.push({a:").append(random.nextInt());
            for (int i = 0; i < 40; i++) {
                page.append(",k").append(i).append(":\"").append(words(5)).append("\"");
            }
            page.append("});if(q.length<3&&q>1){document.write('<div>')}</script><style>.c")
                    .append(random.nextInt(999))
                    .append(">a{color:red;margin:0 auto}</style>\n");
        }
    }

    private void menus() {
        page.append(
                "<header class=\"site-header\"><a class=\"skip-link\" href=\"#main\">Skip to content</a><nav><ul class=\"menu\">");
        for (int i = 0; i < 60; i++) {
            page.append("<li class=\"menu-item menu-item-")
                    .append(i)
                    .append("\"><a href=\"/")
                    .append(i)
                    .append("\"><span>")
                    .append(words(2))
                    .append("</span></a></li>\n");
        }
        page.append("</ul></nav></header>");
    }

    private void article() {
        page.append(
                        "<main id=\"main\"><div class=\"row\"><div class=\"col-8\"><article class=\"post type-post\"><header><h1>")
                .append(words(8))
                .append("</h1><p class=\"byline\">By <a href=\"/ann\">Ann Author</a></p></header>")
                .append("<div class=\"entry-content\" data-id=\"1\">");
        for (int i = 0; i < PARAGRAPHS; i++) {
            page.append("<p class=\"paragraph\">")
                    .append(sentence())
                    .append(" <a href=\"/x/")
                    .append(i)
                    .append("\">")
                    .append(words(4))
                    .append("</a> ")
                    .append(sentence())
                    .append(" “<em>")
                    .append(words(9))
                    .append("</em>,” ")
                    .append(sentence())
                    .append(" &amp; ")
                    .append(sentence())
                    .append("</p>\n");
            if (i % 6 == 3) {
                page.append("<figure><img src=\"/i.jpg\" alt=\"\"><figcaption>")
                        .append(sentence())
                        .append("</figcaption></figure><h2>")
                        .append(words(5))
                        .append("</h2>");
            } else if (i % 6 == 5) {
                page.append("<div class=\"ad-slot\"><div id=\"ad-").append(i).append("\">Advertisement</div></div>");
            }
        }
        page.append(
                "</div><div class=\"share-bar\"><a href=\"#\">Facebook</a><a href=\"#\">X</a></div></article></div>");
    }

    private void teasers() {
        page.append("<aside class=\"related\"><h3>Most read</h3><div class=\"grid\">");
        for (int i = 0; i < 12; i++) {
            page.append("<div class=\"card card--small\"><a class=\"card__link\" href=\"/news/")
                    .append(random.nextInt(9999))
                    .append(
                            "\"><div class=\"card__image\"><img src=\"/t.jpg\" alt=\"\"></div><h4 class=\"card__title\">")
                    .append(words(10))
                    .append("</h4></a><span class=\"card__time\">3 hours ago</span></div>\n");
        }
        page.append("</div></aside>");
    }

    private void comments() {
        page.append("<section class=\"comments\"><ol>");
        for (int i = 0; i < 5; i++) {
            page.append("<li class=\"comment\"><div class=\"comment-author\">reader")
                    .append(random.nextInt(99))
                    .append("</div><div class=\"comment-body\"><p>")
                    .append(sentence())
                    .append("</p></div></li>\n");
        }
        page.append("</ol></section>");
    }

    private String sentence() {
        return "The " + words(12 + random.nextInt(12)) + ".";
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
