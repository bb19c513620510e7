package io.demarche.analysis.stance;

import io.demarche.engine.EngineInfo;
import io.demarche.engine.Stance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an article, ready to be stored.
 *
 * @param articleId the article
 * @param contentHash names the text that was analysed
 * @param leasedAt when ingest granted the lease, by its own clock: decides between two workers
 * @param url where it was published
 * @param source who published it
 * @param title its headline
 * @param publishedAt when it was published
 * @param engine which engine analysed it
 * @param stances in the order of the text
 */
public record AnalysedArticle(
        UUID articleId,
        String contentHash,
        Instant leasedAt,
        @Nullable String url,
        @Nullable String source,
        @Nullable String title,
        @Nullable Instant publishedAt,
        EngineInfo engine,
        List<Stance> stances) {

    /** Copies the stances. */
    public AnalysedArticle {
        stances = List.copyOf(stances);
    }
}
