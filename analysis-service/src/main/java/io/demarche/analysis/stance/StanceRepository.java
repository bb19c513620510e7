package io.demarche.analysis.stance;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code stance} and {@code article_analysis}. Callers hold the transaction. */
@ApplicationScoped
class StanceRepository implements PanacheRepositoryBase<StanceEntity, UUID> {

    /**
     * Takes the article's row, and with it the right to replace its stances until the transaction ends. Changes nothing
     * when the row says the same already, or comes from a later lease.
     */
    private static final String CLAIM =
            """
            insert into article_analysis as present
                (article_id, content_hash, engine_version, engine_model, leased_at, analysed_at, stance_count)
            values (:articleId, :contentHash, :engineVersion, :engineModel, :leasedAt, :analysedAt, :stanceCount)
            on conflict (article_id) do update set
                content_hash = excluded.content_hash,
                engine_version = excluded.engine_version,
                engine_model = excluded.engine_model,
                leased_at = excluded.leased_at,
                analysed_at = excluded.analysed_at,
                stance_count = excluded.stance_count,
                changed_in = excluded.changed_in,
                replaced = true
            where present.leased_at <= excluded.leased_at
              and (present.content_hash, present.engine_version, present.engine_model)
                  <> (excluded.content_hash, excluded.engine_version, excluded.engine_model)
            """;

    private static final String COUNTS =
            """
            with believed as (
                select (select reltuples::bigint from pg_class where oid = 'article_analysis'::regclass) as articles,
                       (select reltuples::bigint from pg_class where oid = 'stance'::regclass) as stances
            )
            select case when articles <= :counted then (select count(*) from article_analysis) else articles end,
                   case when articles <= :counted
                       then (select coalesce(sum(stance_count), 0) from article_analysis)
                       else greatest(stances, 0)
                   end
            from believed
            """;

    /** Whether the article's stances are the caller's to replace. */
    Uni<Boolean> claim(AnalysedArticle article, Instant analysedAt) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CLAIM)
                        .setParameter("articleId", article.articleId())
                        .setParameter("contentHash", article.contentHash())
                        .setParameter("engineVersion", article.engine().version())
                        .setParameter("engineModel", article.engine().model())
                        .setParameter("leasedAt", article.leasedAt())
                        .setParameter("analysedAt", analysedAt)
                        .setParameter("stanceCount", article.stances().size())
                        .executeUpdate())
                .map(rows -> rows > 0);
    }

    /** Replaces the stances of an article. */
    Uni<Void> replace(UUID articleId, List<StanceEntity> rows) {
        Uni<Long> deleted = delete("articleId", articleId);
        return rows.isEmpty() ? deleted.replaceWithVoid() : deleted.flatMap(gone -> persist(rows));
    }

    /** A page, and one row more when there is another page. */
    Uni<List<StanceEntity>> page(StanceFilter filter, @Nullable StanceKey after, int rows) {
        StanceQuery query = new StanceQuery(filter, after);
        return find(query.text(), query.parameters()).page(0, rows).list();
    }

    /** All that fit. */
    Uni<List<StanceEntity>> all(StanceFilter filter) {
        StanceQuery query = new StanceQuery(filter, null);
        return find(query.text(), query.parameters()).list();
    }

    /**
     * An article's row with its stances, in the order of the text. Read by one statement, so that they belong together
     * even while they are replaced.
     */
    Uni<List<Object[]>> article(UUID articleId) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(
                        """
                                select a, s from ArticleAnalysisEntity a
                                left join StanceEntity s on s.articleId = a.articleId
                                where a.articleId = :articleId order by s.ordinal
                                """,
                        Object[].class)
                .setParameter("articleId", articleId)
                .getResultList());
    }

    /**
     * How many articles and stances are stored: counted up to about so many articles; beyond, where that takes longer each
     * day, what PostgreSQL believes there is.
     */
    Uni<StanceCounts> counts(long counted) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(COUNTS, Object[].class)
                        .setParameter("counted", counted)
                        .getSingleResult())
                .map(row -> new StanceCounts(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }
}
