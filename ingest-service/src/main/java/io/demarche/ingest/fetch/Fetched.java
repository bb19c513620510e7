package io.demarche.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What an address answered.
 *
 * @param url the address after redirects
 * @param status 200, or 304 when it hasn't changed
 * @param contentType type and subtype in lower case without parameters; empty when the server doesn't say
 * @param text the body, empty with 304
 * @param etag to ask with the next time, or null
 * @param lastModified the same
 * @param moved whether all redirects on the way were permanent ones
 * @param cacheControl how long it stays as it is, as the server writes it, or null
 */
public record Fetched(
        String url,
        int status,
        String contentType,
        String text,
        @Nullable String etag,
        @Nullable String lastModified,
        boolean moved,
        @Nullable String cacheControl) {

    /** Whether it is what it was the last time. */
    public boolean unchanged() {
        return status == 304;
    }
}
