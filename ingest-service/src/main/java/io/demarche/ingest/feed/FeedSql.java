package io.demarche.ingest.feed;

/** The statements of {@link FeedRepository} and {@link ClaimRepository}. */
final class FeedSql {

    /** $1 id, $2 url, $3 title, $4 its own title, $5 source, $6 format, $7 state, $8 least, $9 most, $10 now, $11 next. */
    static final String INSERT =
            """
            insert into feed (id, url, title, own_title, source, format, state, least_seconds, most_seconds, created_at,
                              next_at, due_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
            on conflict (url) do nothing
            returning *""";

    static final String FIND = "select * from feed where id = $1";

    static final String FIND_BY_URL = "select * from feed where url = $1";

    static final String LOCK = "select * from feed where id = $1 for update";

    /** Newest first: $1 before this id, $2 limit. */
    static final String LIST = "select * from feed where ($1::uuid is null or id < $1) order by id desc limit $2";

    /** The same, $3 in this state. */
    static final String LIST_IN_STATE =
            "select * from feed where state = $3 and ($1::uuid is null or id < $1) order by id desc limit $2";

    /** When there is something to do for a feed, not before now ($2); null when there is nothing. */
    private static final String DUE =
            """
             (select greatest(d.at, $2::timestamptz)
              from (select least(next_at, (select min(i.due_at) from feed_item i
                                           where i.feed_id = feed.id and i.state = 'PENDING')) as at) d
              where d.at is not null and feed.state <> 'PAUSED')""";

    /**
     * Changes what a subscriber may: $1 id, $2 title, $3 source, $4 least, $5 most, $6 state, $7 failures, $8 next poll.
     * Whoever has the feed at the moment keeps it, and sees the change when he is done.
     */
    static final String CHANGE =
            """
            update feed set title = $2, source = $3, least_seconds = $4, most_seconds = $5, state = $6, failures = $7,
                            next_at = $8
            where id = $1
            returning *""";

    /** Says when a feed is due that nobody has: $1 id, $2 now. */
    static final String RECKON =
            "update feed set due_at = " + DUE + " where id = $1 and (lease_until is null or lease_until <= $2)";

    static final String DELETE = "delete from feed where id = $1 returning id";

    /** Takes feeds that are due and that nobody has, or has had for too long: $1 now, $2 most, $3 end, $4 worker. */
    static final String CLAIM =
            """
            with due as (
                select id from feed where due_at <= $1 order by due_at, id limit $2 for update skip locked
            )
            update feed f set token = gen_random_uuid(), lease_until = $3, due_at = $3, worker = $4
            from due where f.id = due.id
            returning f.*""";

    /** The feed of a claim that holds: $1 feed, $2 token, $3 now. */
    static final String LOCK_CLAIMED =
            "select * from feed where id = $1 and token = $2 and lease_until > $3 for update";

    /** Gives a feed back: $1 feed, $2 now, $3 token. */
    static final String RELEASE = "update feed set token = null, lease_until = null, worker = null, due_at = " + DUE
            + " where id = $1 and token = $3";

    /** Takes items down that were never seen: $1 feed, $2 now, then one list for each field. */
    static final String FOUND =
            """
            insert into feed_item (id, feed_id, key, url_key, url, title, byline, published_at, content, due_at, found_at)
            select i.id, $1::uuid, i.key, i.url_key, i.url, i.title, i.byline, i.published_at, i.content,
                   $2::timestamptz, $2::timestamptz
            from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[],
                        $10::text[]) as i (id, key, url_key, url, title, byline, published_at, content)
            on conflict do nothing""";

    /** Forgets items that the feed ($1) has not shown ($3 keys) since then ($2). */
    static final String FORGET =
            """
            delete from feed_item where feed_id = $1 and found_at < $2 and state <> 'PENDING' and key <> all($3::text[])
            """;

    /** Takes down how a poll ended; for the numbers see {@link ClaimRepository}. */
    static final String POLLED =
            """
            update feed set url = $2, own_title = coalesce($3, own_title), format = $4, etag = $5, last_modified = $6,
                            state = $7, failures = $8, rhythm_seconds = $9, newest_at = $10, next_at = $11,
                            pause_seconds = $12, skip_hours = $13, skip_days = $14,
                            polled_at = $15, outcome = $16, found = $17, fresh = $18, problem = $19,
                            items_found = items_found + $18::integer
            where id = $1""";

    /** Whether an address ($2) is another feed's than this one's ($1). */
    static final String TAKEN = "select id from feed where url = $2 and id <> $1";

    /** Begins with the oldest item that is due: $1 feed, $2 token, $3 now. */
    static final String NEXT_ITEM =
            """
            update feed_item set attempts = attempts + 1
            where id = (select i.id from feed_item i join feed f on f.id = i.feed_id
                        where f.id = $1 and f.token = $2 and f.lease_until > $3
                          and f.state <> 'PAUSED' and i.state = 'PENDING' and i.due_at <= $3
                        order by i.id limit 1)
            returning id, url, title, byline, published_at, content, attempts""";

    /** $1 feed, $2 token, $3 now, $4 item, $5 state, $6 attempts, $7 due, $8 article, $9 problem. */
    static final String SETTLE_ITEM =
            """
            with held as (
                select id from feed where id = $1 and token = $2 and lease_until > $3 for update
            ), settled as (
                update feed_item i
                set state = $5::text, attempts = $6::smallint, due_at = $7::timestamptz, problem = $9::text,
                    article_id = (select a.id from article a where a.id = $8::uuid),
                    content = case when $5::text = 'PENDING' then i.content end
                from held where i.feed_id = held.id and i.id = $4 and i.state = 'PENDING'
                returning i.feed_id
            )
            update feed f
            set items_stored = items_stored + ($5::text = 'STORED')::int,
                items_failed = items_failed + ($5::text = 'FAILED')::int
            from settled where f.id = settled.feed_id
            returning f.id""";

    private FeedSql() {}
}
