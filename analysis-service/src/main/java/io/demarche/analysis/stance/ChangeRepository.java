package io.demarche.analysis.stance;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The order in which articles have changed. */
@ApplicationScoped
class ChangeRepository {

    /**
     * What may be read: everything of transactions below the oldest one that was still under way. It is committed or will
     * never be, so nothing can come in there any more.
     */
    private static final String HORIZON =
            """
            select c.system_identifier as database, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon,
                   m.forgotten
            from pg_control_system() c, change_memory m""";

    /** $1 and $2 the transaction and article to begin with, $3 the horizon, $4 most articles. */
    private static final String CHANGES =
            """
            (select changed_in, article_id, replaced as removed, stance_count as stances, analysed_at
             from article_analysis
             where (changed_in, article_id) >= ($1, $2) and changed_in < $3
             order by changed_in, article_id limit $4)
            union all
            (select changed_in, article_id, true, 0, null from stance_removal
             where (changed_in, article_id) >= ($1, $2) and changed_in < $3
             order by changed_in, article_id limit $4)
            order by 1, 2 limit $4""";

    /** $1 articles, $2 now. */
    private static final String REMOVE =
            """
            with gone as (
                delete from article_analysis where article_id = any($1) returning article_id
            )
            insert into stance_removal as present (article_id, changed_in, removed_at)
            select article_id, pg_current_xact_id()::text::bigint, $2 from gone order by article_id
            on conflict (article_id) do update set changed_in = excluded.changed_in, removed_at = excluded.removed_at""";

    /** $1 the time before which removals are forgotten. */
    private static final String FORGET =
            """
            with old as (
                delete from stance_removal where removed_at < $1 returning changed_in
            )
            update change_memory set forgotten = greatest(forgotten, (select max(changed_in) from old))
            where exists (select from old)""";

    private final Pool pool;

    ChangeRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * How far changes can be read.
     *
     * @param database which database this is
     * @param transaction changes of this and of later transactions cannot be read yet
     * @param forgotten of changes up to this transaction some may be forgotten
     */
    record Horizon(long database, long transaction, long forgotten) {}

    Uni<Horizon> horizon() {
        return pool.query(HORIZON).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Horizon(row.getLong("database"), row.getLong("horizon"), row.getLong("forgotten"));
        });
    }

    /** The changes of articles from a position on, its own article included, oldest first. */
    Uni<List<ArticleChange>> changes(ChangePosition from, Horizon until, int articles) {
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(from.transaction(), from.articleId(), until.transaction(), articles))
                .map(rows -> {
                    List<ArticleChange> changes = new ArrayList<>();
                    rows.forEach(row -> changes.add(ArticleChange.of(row)));
                    return changes;
                });
    }

    /** Takes away what is known of articles, their stances with it, and remembers that. */
    Uni<Void> remove(Collection<UUID> articles, Instant now) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(articles.toArray(UUID[]::new), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Forgets removals from before a time. */
    Uni<Void> forget(Instant before) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
