-- Articles, each stored once. Ids are UUIDv7: their order is the order of arrival.
create table article (
    id           uuid        primary key,
    content_hash bytea       not null,
    url          text,
    source       text,
    site_name    text,
    title        text,
    byline       text,
    published_at timestamptz,
    language     text,
    text         text        not null,
    dropped      jsonb       not null,
    created_at   timestamptz not null,
    -- Two articles with one clean text are one article: the rule that concurrent senders meet at.
    constraint article_content_hash_key unique (content_hash),
    constraint article_content_hash_length check (octet_length(content_hash) = 32),
    constraint article_text_not_empty check (text <> '')
);

create index article_source_idx on article (source, id desc) where source is not null;

-- What is to be done with each article, and how far it got. Narrow, because every lease rewrites its row.
create table work_item (
    article_id     uuid     primary key references article (id) on delete cascade,
    state          text     not null default 'PENDING',
    attempts       smallint not null default 0,
    -- Leases that ended without a word from their worker.
    lapses         smallint not null default 0,
    -- PENDING: not to be leased before; LEASED: when the lease runs out. One column, so that one index finds both.
    due_at         timestamptz,
    token          uuid,
    worker         text,
    engine_version text,
    analysed_at    timestamptz,
    failure_reason text,
    failed_at      timestamptz,
    constraint work_item_state_known check (state in ('PENDING', 'LEASED', 'ANALYSED', 'FAILED')),
    constraint work_item_due check ((due_at is not null) = (state in ('PENDING', 'LEASED'))),
    constraint work_item_analysed check (state <> 'ANALYSED' or analysed_at is not null),
    constraint work_item_failed check (state <> 'FAILED' or failure_reason is not null and failed_at is not null)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

-- Leasing.
create index work_item_due_idx on work_item (due_at, article_id) where state in ('PENDING', 'LEASED');
-- Lists by state; counts and the oldest of each state.
create index work_item_state_idx on work_item (state, article_id desc);
-- Throughput.
create index work_item_analysed_idx on work_item (analysed_at) where state = 'ANALYSED';

-- What readers of articles see of both tables.
create view article_overview as
select a.id, encode(a.content_hash, 'hex') as content_hash, a.url, a.source, a.title, a.byline, a.published_at,
       a.language, a.text, a.dropped::text as dropped, a.created_at,
       w.state, w.attempts, w.analysed_at, w.failure_reason, w.failed_at
from article a
join work_item w on w.article_id = a.id;
