package io.demarche.ingest.removal;

import io.demarche.ingest.storage.Storage;
import io.demarche.platform.id.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Removals in the database; each method is one statement. */
@Singleton
final class RemovalRepository {

    /**
     * Takes away the articles of a list {@code doomed}; $1 is now. Their work is locked first, so that whoever leases
     * one at the same moment is either seen, or finds it gone.
     */
    private static final String REMOVE =
            """
            , gone as (
                delete from article a using doomed d where a.id = d.article_id
                returning a.id, d.state, d.due_at
            )
            insert into removal (article_id, due_at, until)
            select id, $1, case when state = 'LEASED' then greatest(due_at, $1) + interval '1 minute' else $1 end from gone
            returning article_id""";

    private static final String REMOVE_THESE =
            """
            with doomed as (
                select article_id, state, due_at from work_item
                where article_id = any($2::uuid[]) order by article_id for update
            )"""
                    + REMOVE;

    /** By id, whose order is the order of time: the oldest are found without an index of their own. */
    private static final String REMOVE_OLD =
            """
            with doomed as (
                select article_id, state, due_at from work_item
                where article_id < $2 and state in ('ANALYSED', 'FAILED')
                order by article_id limit $3 for update skip locked
            )"""
                    + REMOVE;

    private static final String DUE =
            "select article_id from removal where due_at <= $1 order by due_at, article_id limit $2";

    private static final String CONFIRM =
            """
            with told as (
                delete from removal where article_id = any($2::uuid[]) and until <= $1
            )
            update removal set due_at = until where article_id = any($2::uuid[]) and until > $1""";

    private final Storage storage;

    RemovalRepository(Storage storage) {
        this.storage = storage;
    }

    /** The articles of these that were there. */
    Uni<List<UUID>> remove(List<UUID> articles, Instant now) {
        return ids(REMOVE_THESE, Tuple.of(Storage.time(now), articles.toArray(new UUID[0])));
    }

    /** Takes away at most so many articles that came before a time and are done with. */
    Uni<List<UUID>> removeOld(Instant before, int most, Instant now) {
        return ids(REMOVE_OLD, Tuple.of(Storage.time(now), Uuid7.lowest(before), most));
    }

    /** Articles whose removal is to be told. */
    Uni<List<UUID>> due(Instant now, int most) {
        return ids(DUE, Tuple.of(Storage.time(now), most));
    }

    /** Takes down that these were told. */
    Uni<Void> confirm(List<UUID> articles, Instant now) {
        return storage.run(CONFIRM, Tuple.of(Storage.time(now), articles.toArray(new UUID[0])))
                .replaceWithVoid();
    }

    private Uni<List<UUID>> ids(String statement, Tuple parameters) {
        return storage.run(statement, parameters).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID("article_id")));
            return ids;
        });
    }
}
