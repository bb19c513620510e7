package io.demarche.ingest.article;

import io.demarche.ingest.storage.Storage;
import io.demarche.ingest.work.WorkState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles in the database. */
@Singleton
class ArticleRepository implements PanacheRepositoryBase<ArticleEntity, UUID> {

    /**
     * Stores an article and its work, or finds the one with the same text. The first branch answers most duplicates
     * without writing. Two senders at once both miss it; then the second waits at the unique hash for the first to
     * commit, and the update that changes nothing makes the row, which its snapshot cannot see, come back to it.
     */
    private static final String STORE =
            """
            with known as (
                select a.id, w.state from article a join work_item w on w.article_id = a.id
                where a.content_hash = decode($2, 'hex')
            ), stored as (
                insert into article (id, content_hash, url, source, site_name, title, byline, published_at, language,
                                     text, dropped, created_at)
                select $1::uuid, decode($2, 'hex'), $3::text, $4::text, $5::text, $6::text, $7::text, $8::timestamptz,
                       $9::text, $10::text, $11::text::jsonb, $12::timestamptz
                where not exists (select from known)
                on conflict (content_hash) do update set content_hash = excluded.content_hash
                returning id, xmax = 0 as created
            ), queued as (
                insert into work_item (article_id, due_at) select id, $12::timestamptz from stored where created
            ), told as (
                insert into story_copy (article_id, story_id) select id, id from stored where created
            ), banded as (
                insert into story_bands (article_id, bands) select id, $13::bigint[] from stored where created
            )
            select id, state, false as created from known
            union all
            select id, 'PENDING', created from stored""";

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
        List<@Nullable Object> values = new ArrayList<>();
        values.add(article.id());
        values.add(article.contentHash());
        values.add(article.url());
        values.add(article.source());
        values.add(article.siteName());
        values.add(article.title());
        values.add(article.byline());
        values.add(Storage.time(article.publishedAt()));
        values.add(article.language());
        values.add(article.text());
        values.add(article.dropped());
        values.add(Storage.time(article.createdAt()));
        values.add(article.bands());
        return storage.run(STORE, Tuple.from(values)).map(rows -> {
            Row row = rows.iterator().next();
            return new Stored(row.getUUID("id"), WorkState.valueOf(row.getString("state")), row.getBoolean("created"));
        });
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
