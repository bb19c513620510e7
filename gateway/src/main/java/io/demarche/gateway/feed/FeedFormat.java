package io.demarche.gateway.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a feed is written in. */
@Schema(
        description =
                "`RSS`: 0.9x, 1.0 or 2.0; `ATOM`: 0.3 or 1.0; `JSON`: JSON Feed; `SITEMAP`: a news site map, or an index of such.")
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
