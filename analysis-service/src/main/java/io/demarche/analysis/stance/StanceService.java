package io.demarche.analysis.stance;

import io.demarche.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stores the stances of articles, and finds them again. Every method must be called on a Vert.x context. */
@ApplicationScoped
public class StanceService {

    /** Up to so many articles all are counted, which takes a tenth of a second or two then. */
    private static final long COUNTED = 1_000_000;

    private final StanceRepository repository;
    private final ChangeRepository changes;
    private final ChangesConfig config;
    private final Clock clock = Clock.systemUTC();

    StanceService(StanceRepository repository, ChangeRepository changes, ChangesConfig config) {
        this.repository = repository;
        this.changes = changes;
        this.config = config;
    }

    /**
     * Stores an article's stances in place of those it had, all or nothing. Does nothing when the same engine has read
     * the same text already, or when a later lease has been here.
     *
     * @return whether anything was written
     */
    public Uni<Boolean> store(AnalysedArticle article) {
        // PostgreSQL keeps microseconds: what is answered now and what is read back later are to be equal.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Panache.withTransaction(() -> repository.claim(article, now).flatMap(mine -> {
            if (!mine) {
                return Uni.createFrom().item(false);
            }
            List<StanceEntity> rows = IntStream.range(0, article.stances().size())
                    .mapToObj(ordinal -> StanceMapper.toEntity(article, ordinal, now))
                    .toList();
            return repository.replace(article.articleId(), rows).replaceWith(true);
        }));
    }

    /**
     * Forgets articles and their stances; those that are not there are passed over.
     *
     * @param articles ids of articles
     */
    public Uni<Void> remove(Collection<UUID> articles) {
        Instant now = clock.instant();
        return changes.remove(articles, now).flatMap(done -> changes.forget(now.minus(config.memory())));
    }

    /**
     * A page of stances, newest first.
     *
     * @param cursor what the page before gave; null for the first page
     * @param limit most stances on it
     */
    public Uni<StancePage> page(StanceFilter filter, @Nullable String cursor, int limit) {
        StanceKey after = cursor == null ? null : StanceKey.fromCursor(cursor);
        return Panache.withSession(() -> repository.page(filter, after, limit + 1))
                .map(rows -> {
                    List<StanceEntity> shown = rows.subList(0, Math.min(limit, rows.size()));
                    String next = null;
                    if (rows.size() > limit) {
                        StanceEntity last = shown.get(shown.size() - 1);
                        next = new StanceKey(last.at, last.id).toCursor();
                    }
                    return new StancePage(
                            shown.stream().map(StanceMapper::toStored).toList(), next);
                });
    }

    /** All stances of an article; a 404 when it was never analysed. */
    public Uni<ArticleStancesResponse> ofArticle(UUID articleId) {
        return Panache.withSession(() -> repository.article(articleId)).map(rows -> {
            if (rows.isEmpty()) {
                throw ProblemException.notFound("analysed article", articleId);
            }
            ArticleAnalysisEntity analysis = (ArticleAnalysisEntity) rows.get(0)[0];
            List<StanceView> stances = rows.stream()
                    .map(row -> (StanceEntity) row[1])
                    .filter(Objects::nonNull)
                    .map(StanceMapper::toView)
                    .toList();
            return new ArticleStancesResponse(
                    articleId, analysis.engineVersion, analysis.contentHash, analysis.analysedAt, stances);
        });
    }

    /** How much is stored. */
    public Uni<StanceCounts> counts() {
        return Panache.withSession(() -> repository.counts(COUNTED));
    }
}
