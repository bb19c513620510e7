package io.demarche.ingest.article;

import io.demarche.ingest.storage.Storage;
import io.demarche.ingest.work.WorkState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Articles in the database. */
@Singleton
class ArticleRepository implements PanacheRepositoryBase<ArticleEntity, UUID> {

    /**
     * Stores articles and their work, or finds those with the same texts. The first branch answers most duplicates
     * without writing. Two senders at once both miss it; then the second waits at the unique hash for the first to
     * commit, and the update that changes nothing makes the row, which its snapshot cannot see, come back to it. In the
     * order of the hashes, so that two batches with the same articles wait for each other in one direction only.
     */
    private static final String STORE =
            """
            with sent as (
                select id, decode(hash, 'hex') as content_hash, url, source, site_name, title, byline, published_at,
                       language, text, dropped::jsonb as dropped, created_at, bands::bigint[] as bands
                from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                            $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::text[])
                     as s (id, hash, url, source, site_name, title, byline, published_at, language, text, dropped,
                           created_at, bands)
            ), known as (
                select a.id, a.content_hash, w.state
                from sent s join article a on a.content_hash = s.content_hash join work_item w on w.article_id = a.id
            ), stored as (
                insert into article (id, content_hash, url, source, site_name, title, byline, published_at, language,
                                     text, dropped, created_at)
                select id, content_hash, url, source, site_name, title, byline, published_at, language, text, dropped,
                       created_at
                from sent s where not exists (select from known k where k.content_hash = s.content_hash)
                order by content_hash
                on conflict (content_hash) do update set content_hash = excluded.content_hash
                returning id, content_hash, created_at, xmax = 0 as created
            ), queued as (
                insert into work_item (article_id, due_at) select id, created_at from stored where created order by id
            ), told as (
                insert into story_copy (article_id, story_id) select id, id from stored where created
            ), banded as (
                insert into story_bands (article_id, bands)
                select a.id, s.bands from stored a join sent s on s.content_hash = a.content_hash where a.created
            )
            select encode(content_hash, 'hex') as hash, id, state, false as created from known
            union all
            select encode(content_hash, 'hex'), id, 'PENDING', created from stored""";

    private final Storage storage;

    ArticleRepository(Storage storage) {
        this.storage = storage;
    }

    /**
     * What storing led to.
     *
     * @param id the article with this text
     * @param state how far it got
     * @param created whether it is new
     */
    record Stored(UUID id, WorkState state, boolean created) {}

    Uni<Stored> store(NewArticle article) {
        return store(List.of(article)).map(stored -> Objects.requireNonNull(stored.get(article.contentHash())));
    }

    /**
     * Stores articles of different texts, all or none.
     *
     * @return what it led to for each, by its content hash
     */
    Uni<Map<String, Stored>> store(List<NewArticle> articles) {
        List<Object> values = List.of(
                column(articles, NewArticle::id, UUID[]::new),
                column(articles, NewArticle::contentHash, String[]::new),
                column(articles, NewArticle::url, String[]::new),
                column(articles, NewArticle::source, String[]::new),
                column(articles, NewArticle::siteName, String[]::new),
                column(articles, NewArticle::title, String[]::new),
                column(articles, NewArticle::byline, String[]::new),
                column(articles, article -> Storage.time(article.publishedAt()), OffsetDateTime[]::new),
                column(articles, NewArticle::language, String[]::new),
                column(articles, NewArticle::text, String[]::new),
                column(articles, NewArticle::dropped, String[]::new),
                column(articles, article -> Storage.time(article.createdAt()), OffsetDateTime[]::new),
                column(articles, NewArticle::bands, String[]::new));
        return storage.run(STORE, Tuple.from(values)).map(rows -> {
            Map<String, Stored> stored = new HashMap<>();
            rows.forEach(row -> stored.put(
                    row.getString("hash"),
                    new Stored(
                            row.getUUID("id"), WorkState.valueOf(row.getString("state")), row.getBoolean("created"))));
            return stored;
        });
    }

    private static <T> @Nullable T[] column(
            List<NewArticle> articles, Function<NewArticle, @Nullable T> value, IntFunction<T[]> array) {
        return articles.stream().map(value).toArray(array);
    }

    Uni<@Nullable ArticleEntity> find(UUID id) {
        return storage.guard(Panache.withSession(() -> findById(id)));
    }

    /** Articles without their texts, newest first. */
    Uni<List<ArticleSummary>> list(
            @Nullable WorkState state, @Nullable String source, @Nullable UUID before, int limit) {
        StringJoiner where = new StringJoiner(" and ").setEmptyValue("");
        Map<String, Object> parameters = new HashMap<>();
        if (state != null) {
            where.add("state = :state");
            parameters.put("state", state);
        }
        if (source != null) {
            where.add("source = :source");
            parameters.put("source", source);
        }
        if (before != null) {
            where.add("id < :before");
            parameters.put("before", before);
        }
        String query = "from ArticleEntity" + (where.length() == 0 ? "" : " where " + where) + " order by id desc";
        return storage.guard(Panache.withSession(() -> find(query, parameters)
                .project(ArticleSummary.class)
                .range(0, limit - 1)
                .list()));
    }
}
