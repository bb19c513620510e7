package io.demarche.analysis.worker;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article that is this worker's for a while.
 *
 * @param articleId the article
 * @param token proves that the lease is held
 * @param grantedAt when ingest granted it, by ingest's clock
 * @param contentHash names the text
 * @param text what to analyse
 * @param title its headline
 * @param url where it came out
 * @param source who published it
 * @param publishedAt when it came out
 * @param language its language, as ingest knows it
 */
record Lease(
        UUID articleId,
        UUID token,
        Instant grantedAt,
        String contentHash,
        String text,
        @Nullable String title,
        @Nullable String url,
        @Nullable String source,
        @Nullable Instant publishedAt,
        @Nullable String language) {}
