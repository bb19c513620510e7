package io.demarche.ingest.extraction;

import java.util.List;

/** Pages as news sites write them, made for tests: whole, with the furniture of their kind. */
final class NewsPages {

    static final List<String> ALL = List.of(semantic(), classed(), oldStyle(), unclosed());

    private NewsPages() {}

    private static String head(String more) {
        return "<!DOCTYPE html><html lang=en-GB><head><meta charset=utf-8><title>Terms refused | The Example</title>"
                + "<meta property='og:site_name' content='The Example'>" + more + "</head>";
    }

    private static String semantic() {
        return head("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":"
                        + "\"Terms refused\",\"datePublished\":\"2024-05-06T08:00:00+02:00\",\"author\":[{\"name\":\"Ann"
                        + " Author\"}],\"image\":[\"/a.jpg\"],\"isAccessibleForFree\":\"False\"}]}</script>")
                + "<body><a href='#m'>Skip to content</a><header><nav><ul><li><a href='/'>Home</a><li><a href='/w'>World"
                + "</a></ul></nav></header><main><article><header><h1>Terms refused</h1><p>Talks are off for now.</p>"
                + "<address>By Ann Author</address><time datetime='2024-05-06'>6 May</time></header>"
                + "<p>The minister said on Monday that her government would not accept the terms of the proposal.</p>"
                + "<figure><img src=a.jpg><figcaption>A square. Photo: B. Maker</figcaption></figure>"
                + "<h2>What comes next</h2><p>Her opponents, who had called for talks, <a href='https://un.example/x'>"
                + "welcomed</a> the decision &amp; asked for a vote in “parliament”.</p><blockquote>“We will not be told"
                + " what to sign,” she said to those who had come.</blockquote><table><tr><th>State<th>Votes<tr><td>France"
                + "<td>12</table></article><aside><h3>Most read</h3><a href='/x'>Something else</a></aside></main>"
                + "<section id=comments><p>I do not agree with the minister at all, and never will.</p></section>"
                + "<footer>© 2024 The Example. All rights reserved.</footer></body></html>";
    }

    private static String classed() {
        return head(
                        "<meta name=author content='By B. Byline'><meta property='og:image' content='https://i.example/b.jpg'>")
                + "<body><div class='site-header'><div class=menu><a href=/>Home</a> | <a href=/n>News</a></div></div>"
                + "<div class=wrap><div class='post-title'><h1>Terms refused again</h1></div><div class='entry-content'>"
                + "<div class='share-bar'><a href='https://facebook.com/sharer'>Share</a></div><p>After <span"
                + " class=tooltip>so the agency</span> two days of talks the parties <b>par</b>ted without agreement on"
                + " anything.<br><br>They will meet again in June, 🌾 said a spokesman for the hosts of the talks.</p>"
                + "<div class='ad-slot'>Advertisement</div><ul><li>Prisoners are to be exchanged.<li>The border is to be"
                + " opened at two places.</ul><div class=newsletter><p>Sign up for our newsletter and never miss a"
                + " thing.</p></div><p>Ann Author is our correspondent. Follow her on Twitter.</p></div>"
                + "<div class=related><h4>Related</h4><ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul></div></div>"
                + "<div class='cookie-banner'>We use cookies. <button>Accept</button></div></body></html>";
    }

    private static String oldStyle() {
        return "<HTML><HEAD><TITLE>Gazette: a treaty</TITLE></HEAD><BODY BGCOLOR=white><CENTER><FONT SIZE=7>The Gazette"
                + "</FONT></CENTER><TABLE WIDTH=100%><TR><TD VALIGN=top><A HREF=a.htm>Front page</A><BR><A HREF=b.htm>"
                + "Letters</A></TD><TD><FONT FACE=Arial>12 March 1999<BR><BR>The treaty that was signed on Friday ends a"
                + " quarrel over fishing that had lasted for eleven years.<BR><BR>Both governments praised it, but the"
                + " fishermen of the northern coast said that they had not been asked.<P>It comes into force in autumn,"
                + " when both houses will have voted on it.</FONT></TD></TR></TABLE><HR>Copyright 1999</BODY></HTML>";
    }

    private static String unclosed() {
        return "<div id=app><p>Заявление министра было сделано в понедельник, сообщает агентство из столицы страны.<p>"
                + "Оппозиция приветствовала решение и потребовала голосования в парламенте уже на этой неделе.<div><p>"
                + "日本政府は月曜日にこの提案を受け入れないと発表した。野党は決定を歓迎し、国会での採決を求めている。<b><i>x</b>y"
                + "<a href=/z>Read more<a href=/y>Next<li>Subscribe to continue reading<script>let a = '<p>';</script>";
    }
}
