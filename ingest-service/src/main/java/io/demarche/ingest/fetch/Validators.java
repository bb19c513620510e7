package io.demarche.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What an address said of its content the last time it was asked.
 *
 * @param etag the ETag header, or null
 * @param lastModified the Last-Modified header, or null
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    /** Never asked before. */
    public static final Validators NONE = new Validators(null, null);
}
