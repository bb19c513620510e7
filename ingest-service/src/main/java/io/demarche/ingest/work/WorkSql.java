package io.demarche.ingest.work;

/** The statements of {@link WorkRepository}. */
final class WorkSql {

    /**
     * Takes work: $1 now, $2 attempts allowed, $3 most leases, $4 worker, $5 end of the lease. What is due is waiting, or
     * leased to somebody whose time is over; what has used up its attempts is given up on the way, and found by the index
     * of what was tried, so that a lease takes no longer when more waits. Arrays, because PostgreSQL takes them for short
     * and looks each row up; of a limit that it does not know it believes that it is a tenth of the table.
     */
    static final String LEASE =
            """
            with due as (
                select article_id from work_item
                where state in ('PENDING', 'LEASED') and due_at <= $1 and attempts < $2::int
                order by due_at, article_id
                limit $3
                for update skip locked
            ), spent as (
                select article_id from work_item
                where state in ('PENDING', 'LEASED') and attempts > 0 and attempts >= $2::int and due_at <= $1
                limit 100
                for update skip locked
            ), buried as (
                update work_item w
                set state = 'FAILED', due_at = null, failed_at = $1,
                    lapses = w.lapses + (w.state = 'LEASED')::int,
                    failure_reason = 'lease ran out ' || w.lapses + (w.state = 'LEASED')::int || ' times'
                where w.article_id = any(array(select article_id from spent))
            ), leased as (
                update work_item w
                set state = 'LEASED', attempts = w.attempts + 1, lapses = w.lapses + (w.state = 'LEASED')::int,
                    token = gen_random_uuid(), worker = $4, due_at = $5
                where w.article_id = any(array(select article_id from due))
                returning w.article_id, w.token, w.attempts, w.due_at
            )
            select l.article_id, l.token, l.attempts, l.due_at, encode(a.content_hash, 'hex') as content_hash,
                   a.url, a.title, a.source, a.published_at, a.language, a.text
            from leased l join article a on a.id = l.article_id
            order by l.article_id""";

    /**
     * The leases of a request ($1 articles, $2 tokens) that are held; locked in one order, so that two calls about the
     * same leases cannot wait for each other. A lease that ran out is still held while nobody else has taken it.
     */
    private static final String HELD =
            """
            with asked as (
                select * from unnest($1::uuid[], $2::uuid[]) as a (article_id, token)
            ), held as (
                select w.article_id, w.state from work_item w
                where exists (select from asked a where a.article_id = w.article_id and a.token = w.token)
                  and w.state in ('LEASED', 'ANALYSED')
                order by w.article_id
                for update
            )""";

    /** Makes leases last until $3. */
    static final String EXTEND = HELD
            + """
            , changed as (
                update work_item w set due_at = $3
                from held where w.article_id = held.article_id and held.state = 'LEASED'
                returning w.article_id
            )
            select article_id from changed""";

    /**
     * Reports success: $3 engine versions, $4 now. A report that comes twice, because its first answer was lost, is as
     * good as the first.
     */
    static final String COMPLETE = HELD
            + """
            , changed as (
                update work_item w
                set state = 'ANALYSED', due_at = null, analysed_at = $4, engine_version = d.version
                from held, unnest($1::uuid[], $3::text[]) as d (article_id, version)
                where w.article_id = held.article_id and d.article_id = held.article_id and held.state = 'LEASED'
            )
            select article_id from held""";

    /** Hands back what was not tried, as if it had never been leased; it is due at $3. */
    static final String RELEASE = HELD
            + """
            , changed as (
                update work_item w set state = 'PENDING', due_at = $3, token = null, attempts = w.attempts - 1
                from held where w.article_id = held.article_id and held.state = 'LEASED'
                returning w.article_id
            )
            select article_id from changed""";

    /** Locks the leases that a report of failure speaks of. */
    static final String LOCK_LEASED =
            """
            select w.article_id, w.attempts from work_item w
            where w.state = 'LEASED'
              and exists (select from unnest($1::uuid[], $2::uuid[]) as a (article_id, token)
                          where a.article_id = w.article_id and a.token = w.token)
            order by w.article_id
            for update""";

    /** Writes decisions: $1 articles, $2 states, $3 times to try again, $4 reasons, $5 now. */
    static final String DECIDE =
            """
            update work_item w
            set state = d.state, due_at = d.due_at, token = null, failure_reason = d.reason,
                failed_at = case when d.state = 'FAILED' then $5::timestamptz end
            from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) as d (article_id, state, due_at, reason)
            where w.article_id = d.article_id""";

    /**
     * Counts: $1 now, $2 a minute ago. What is done is counted up to about $3 articles in all; beyond, where that takes
     * longer each day, it is what PostgreSQL believes there is, less what is not done.
     */
    static final String BACKLOG =
            """
            with waiting as (
                select (select count(*) from work_item where state = 'PENDING') as pending,
                       (select count(*) from work_item where state in ('PENDING', 'LEASED') and due_at <= $1) as due,
                       (select count(*) from work_item where state = 'LEASED') as leased,
                       (select count(*) from work_item where state = 'FAILED') as failed,
                       (select reltuples::bigint from pg_class where oid = 'work_item'::regclass) as believed
            )
            select pending, due, leased, failed,
                   case when believed <= $3::bigint
                       then (select count(*) from work_item where state = 'ANALYSED')
                       else greatest(0, believed - pending - leased - failed)
                   end as analysed,
                   (select count(*) from work_item where state = 'ANALYSED' and analysed_at > $2) as recent,
                   (select a.created_at from article a where a.id = (
                       select article_id from work_item where state = 'PENDING' order by article_id limit 1)) as oldest
            from waiting""";

    /** What of the backlog changes from moment to moment: what is done is not counted, since that takes longer each day. */
    static final String WAITING =
            """
            select (select count(*) from work_item where state = 'PENDING') as pending,
                   (select count(*) from work_item where state in ('PENDING', 'LEASED') and due_at <= $1) as due,
                   (select count(*) from work_item where state = 'LEASED') as leased,
                   (select count(*) from work_item where state = 'FAILED') as failed,
                   (select a.created_at from article a where a.id = (
                       select article_id from work_item where state = 'PENDING' order by article_id limit 1)) as oldest""";

    /** Whether as many as $1 wait: counts no further. */
    static final String WAITS =
            """
            select count(*) >= $1::int as waits
            from (select from work_item where state = 'PENDING' limit $1::int) pending""";

    private WorkSql() {}
}
