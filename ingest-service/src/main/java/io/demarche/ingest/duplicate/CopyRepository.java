package io.demarche.ingest.duplicate;

import io.demarche.ingest.storage.Storage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Stories in the database. */
final class CopyRepository {

    /**
     * The oldest come first: if they are no copies, later ones that look alike are hardly any either. The planner
     * expects far more rows than come of the index of bands, and would rather walk all articles in their order: the
     * offset that skips nothing keeps that order from it.
     */
    static final String NEIGHBOURS =
            """
            select mine.article_id, other.article_id as other_id
            from story_bands mine
            cross join lateral (
                select article_id
                from (select c.article_id from story_bands c where c.bands && mine.bands offset 0) near
                where article_id <> mine.article_id
                order by article_id
                limit 12) other
            where mine.article_id = any($1::uuid[])""";

    private static final String TEXTS = "select id, text from article where id = any($1::uuid[])";

    /** Mergers that run into each other could split what belongs together; they are rare enough to take turns. */
    private static final String TAKE_TURN = "select pg_advisory_xact_lock(7140211)";

    private static final String STORIES =
            "select article_id, story_id from story_copy where article_id = any($1::uuid[])";

    private static final String MERGE =
            """
            update story_copy c set story_id = m.story
            from unnest($1::uuid[], $2::uuid[]) as m (was, story) where c.story_id = m.was""";

    private static final String SETTLED =
            "update story_copy set settled = true where article_id = any($1::uuid[]) and not settled";

    private static final String LEFT_OVER =
            "select article_id from story_copy where not settled order by article_id limit 200";

    private final Storage storage;

    CopyRepository(Storage storage) {
        this.storage = storage;
    }

    /** Two articles that may be copies of each other. */
    record Pair(UUID article, UUID other) {}

    Uni<List<Pair>> neighbours(List<UUID> articles) {
        return storage.run(NEIGHBOURS, Tuple.of(articles.toArray(new UUID[0]))).map(rows -> {
            List<Pair> found = new ArrayList<>();
            rows.forEach(row -> found.add(new Pair(row.getUUID("article_id"), row.getUUID("other_id"))));
            return found;
        });
    }

    /** The texts of those articles of the pairs that are still there. */
    Uni<Map<UUID, String>> texts(List<Pair> pairs) {
        UUID[] named = named(pairs);
        return storage.run(TEXTS, Tuple.of(named)).map(rows -> {
            Map<UUID, String> texts = new HashMap<>();
            rows.forEach(row -> texts.put(row.getUUID("id"), row.getString("text")));
            return texts;
        });
    }

    private static UUID[] named(List<Pair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.article(), pair.other()))
                .distinct()
                .toArray(UUID[]::new);
    }

    /**
     * Makes one story of the stories of each pair.
     *
     * @param articles who were sorted in by this
     * @param copies pairs of articles
     */
    Uni<Void> merge(List<UUID> articles, List<Pair> copies) {
        Tuple settled = Tuple.of(articles.toArray(new UUID[0]));
        if (copies.isEmpty()) {
            return storage.run(SETTLED, settled).replaceWithVoid();
        }
        UUID[] named = named(copies);
        return storage.inTransaction(connection -> connection
                .query(TAKE_TURN)
                .execute()
                .flatMap(turn -> connection.preparedQuery(STORIES).execute(Tuple.of(named)))
                .flatMap(rows -> {
                    Map<UUID, UUID> stories = new HashMap<>();
                    rows.forEach(row -> stories.put(row.getUUID("article_id"), row.getUUID("story_id")));
                    return rename(connection, Stories.merged(stories, copies));
                })
                .flatMap(done -> connection.preparedQuery(SETTLED).execute(settled))
                .replaceWithVoid());
    }

    private static Uni<?> rename(SqlConnection connection, Map<UUID, UUID> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(MERGE)
                        .execute(Tuple.of(
                                changes.keySet().toArray(new UUID[0]),
                                changes.values().toArray(new UUID[0])));
    }

    Uni<List<UUID>> leftOver() {
        return storage.run(LEFT_OVER, Tuple.tuple()).map(rows -> {
            List<UUID> found = new ArrayList<>();
            rows.forEach(row -> found.add(row.getUUID("article_id")));
            return found;
        });
    }
}
