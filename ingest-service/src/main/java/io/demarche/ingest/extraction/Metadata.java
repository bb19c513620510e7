package io.demarche.ingest.extraction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article apart from the text.
 *
 * @param title headline or null
 * @param byline authors or null
 * @param publishedAt time of publication or null
 * @param siteName name of the publication or null
 * @param language the language that the page declares, ISO 639-1, or null
 * @param canonicalUrl absolute http(s) address or null
 * @param image absolute http(s) address of the lead image or null
 * @param sold whether the page says that readers have to pay for it
 * @param body the article's text as structured data give it, or null
 */
record Metadata(
        @Nullable String title,
        @Nullable String byline,
        @Nullable Instant publishedAt,
        @Nullable String siteName,
        @Nullable String language,
        @Nullable String canonicalUrl,
        @Nullable String image,
        boolean sold,
        @Nullable String body) {}
