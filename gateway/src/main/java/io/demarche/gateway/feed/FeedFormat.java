package io.demarche.gateway.feed;

/** What a feed is written in. */
public enum FeedFormat {
    /** RSS 0.9x, 1.0 or 2.0. */
    RSS,
    /** Atom 0.3 or 1.0. */
    ATOM,
    /** JSON Feed. */
    JSON,
    /** A site map of articles, or an index of such. */
    SITEMAP
}
