package io.demarche.analysis.stance;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last thing that happened to the stances of an article.
 *
 * @param transaction that did it
 * @param articleId the article
 * @param removed whether stances that it had before are void
 * @param stances how many it has now
 * @param analysedAt when those were found; null when the article is gone
 */
record ArticleChange(long transaction, UUID articleId, boolean removed, int stances, @Nullable Instant analysedAt) {

    static ArticleChange of(Row row) {
        OffsetDateTime analysed = row.getOffsetDateTime("analysed_at");
        return new ArticleChange(
                row.getLong("changed_in"),
                row.getUUID("article_id"),
                row.getBoolean("removed"),
                row.getInteger("stances"),
                analysed == null ? null : analysed.toInstant());
    }
}
