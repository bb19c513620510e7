-- Feeds that are subscribed to, each address once.
create table feed (
    id             uuid        primary key,
    url            text        not null,
    -- What its subscriber calls it, and what it calls itself.
    title          text,
    own_title      text,
    source         text,
    format         text        not null,
    state          text        not null default 'ACTIVE',
    least_seconds  integer,
    most_seconds   integer,
    created_at     timestamptz not null,
    -- What is known of it from the polls so far.
    etag           text,
    last_modified  text,
    rhythm_seconds bigint,
    newest_at      timestamptz,
    pause_seconds  bigint,
    skip_hours     integer[]   not null default '{}',
    skip_days      integer[]   not null default '{}',
    failures       integer     not null default 0,
    polled_at      timestamptz,
    outcome        text,
    found          integer     not null default 0,
    fresh          integer     not null default 0,
    problem        text,
    items_found    bigint      not null default 0,
    items_stored   bigint      not null default 0,
    items_failed   bigint      not null default 0,
    -- The next poll.
    next_at        timestamptz,
    -- When there is anything to do for it, a poll or an item; while it is leased, when the lease runs out. One column, so
    -- that one index finds both.
    due_at         timestamptz,
    token          uuid,
    lease_until    timestamptz,
    worker         text,
    constraint feed_url_key unique (url),
    constraint feed_format_known check (format in ('RSS', 'ATOM', 'JSON', 'SITEMAP')),
    constraint feed_state_known check (state in ('ACTIVE', 'PAUSED', 'ENDED', 'FAILING')),
    constraint feed_outcome_known check (outcome in ('READ', 'UNCHANGED', 'FAILED', 'GONE')),
    constraint feed_next check ((next_at is not null) = (state in ('ACTIVE', 'FAILING'))),
    constraint feed_lease check ((token is null) = (lease_until is null))
) with (fillfactor = 70);

create index feed_due_idx on feed (due_at) where due_at is not null;
create index feed_state_idx on feed (state, id desc);

-- What was found in feeds: the memory of what was seen, and the articles that are still to be got.
create table feed_item (
    id           uuid        primary key,
    feed_id      uuid        not null references feed (id) on delete cascade,
    -- Its guid, or what stands for it.
    key          text        not null,
    -- Its address without what only tracks readers.
    url_key      text,
    url          text,
    title        text,
    byline       text,
    published_at timestamptz,
    -- HTML that can stand for the page; gone when it is not needed any more.
    content      text,
    state        text        not null default 'PENDING',
    attempts     smallint    not null default 0,
    due_at       timestamptz,
    article_id   uuid        references article (id) on delete set null,
    problem      text,
    found_at     timestamptz not null,
    constraint feed_item_key unique (feed_id, key),
    constraint feed_item_state_known check (state in ('PENDING', 'STORED', 'FAILED')),
    constraint feed_item_due check ((due_at is not null) = (state = 'PENDING'))
);

create unique index feed_item_url_key on feed_item (feed_id, url_key) where url_key is not null;
create index feed_item_due_idx on feed_item (feed_id, due_at) where state = 'PENDING';
create index feed_item_found_idx on feed_item (feed_id, found_at);
create index feed_item_article_idx on feed_item (article_id) where article_id is not null;
