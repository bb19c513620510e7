package io.demarche.ingest.article;

import io.demarche.ingest.storage.Storage;
import io.demarche.ingest.work.WorkState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Many articles in the database. */
@Singleton
class BatchRepository {

    private static final String KNOWN =
            """
            select encode(a.content_hash, 'hex') as hash, a.id, w.state
            from unnest($1::text[]) as s (hash)
            join article a on a.content_hash = decode(s.hash, 'hex')
            join work_item w on w.article_id = a.id""";

    /**
     * As {@link ArticleRepository} stores one, without the branch that answers what is known, which was asked before. In
     * the order of the hashes, so that two batches with the same articles wait for each other in one direction only.
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
            ), stored as (
                insert into article (id, content_hash, url, source, site_name, title, byline, published_at, language,
                                     text, dropped, created_at)
                select id, content_hash, url, source, site_name, title, byline, published_at, language, text, dropped,
                       created_at
                from sent order by content_hash
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
            select encode(content_hash, 'hex') as hash, id, 'PENDING' as state, created from stored""";

    private final Storage storage;

    BatchRepository(Storage storage) {
        this.storage = storage;
    }

    /**
     * An article that is stored.
     *
     * @param id its id
     * @param state how far it got
     * @param created whether this call has stored it
     */
    record Known(UUID id, WorkState state, boolean created) {}

    /** Those of the texts that are stored, by content hash. */
    Uni<Map<String, Known>> known(Collection<String> hashes) {
        return storage.run(KNOWN, Tuple.of(hashes.toArray(String[]::new))).map(rows -> {
            Map<String, Known> known = new HashMap<>();
            rows.forEach(row -> known.put(
                    row.getString("hash"),
                    new Known(row.getUUID("id"), WorkState.valueOf(row.getString("state")), false)));
            return known;
        });
    }

    /**
     * Stores articles of different texts, all or none.
     *
     * @return each by its content hash; not created when another call has stored the same text in between
     */
    Uni<Map<String, Known>> store(List<NewArticle> rows) {
        List<Object> values = new ArrayList<>();
        values.add(column(rows, row -> row.id(), UUID[]::new));
        values.add(column(rows, row -> row.contentHash(), String[]::new));
        values.add(column(rows, row -> row.url(), String[]::new));
        values.add(column(rows, row -> row.source(), String[]::new));
        values.add(column(rows, row -> row.siteName(), String[]::new));
        values.add(column(rows, row -> row.title(), String[]::new));
        values.add(column(rows, row -> row.byline(), String[]::new));
        values.add(column(rows, row -> Storage.time(row.publishedAt()), OffsetDateTime[]::new));
        values.add(column(rows, row -> row.language(), String[]::new));
        values.add(column(rows, row -> row.text(), String[]::new));
        values.add(column(rows, row -> row.dropped(), String[]::new));
        values.add(column(rows, row -> Storage.time(row.createdAt()), OffsetDateTime[]::new));
        values.add(column(rows, BatchRepository::bands, String[]::new));
        return storage.run(STORE, Tuple.from(values)).map(result -> {
            Map<String, Known> stored = new HashMap<>();
            result.forEach(row -> stored.put(
                    row.getString("hash"),
                    new Known(
                            row.getUUID("id"), WorkState.valueOf(row.getString("state")), row.getBoolean("created"))));
            return stored;
        });
    }

    /** As a literal: an array of arrays would have to be of one length. */
    private static String bands(NewArticle article) {
        return Arrays.stream(article.bands()).map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static <T> @Nullable T[] column(
            List<NewArticle> rows, Function<NewArticle, @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
