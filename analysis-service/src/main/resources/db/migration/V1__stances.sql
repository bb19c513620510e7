-- One row for each analysed article: what its stances were read from, and by which engine.
create table article_analysis (
    article_id     uuid primary key,
    content_hash   text        not null,
    engine_version text        not null,
    engine_model   text        not null,
    -- When ingest granted the lease that this comes from: what an older lease finds never replaces it.
    leased_at      timestamptz not null,
    analysed_at    timestamptz not null,
    stance_count   integer     not null check (stance_count >= 0)
);

-- The stances of an article are replaced as a whole. What the list filters by, or shows of the article, stands in
-- every row, so that a page is read from one table.
create table stance (
    id                uuid primary key,
    article_id        uuid             not null references article_analysis (article_id) on delete cascade,
    -- Place in the order of the text, from 0.
    ordinal           integer          not null,
    -- When it was published, or else analysed: the list's order.
    at                timestamptz      not null,
    source            text,
    title             text,
    published_at      timestamptz,
    analysed_at       timestamptz      not null,
    engine_version    text             not null,

    holder_id         text             not null,
    holder_kind       text             not null,
    holder_name       text             not null,
    -- The id, then the ids of all ancestors.
    holder_path       text[]           not null,
    holder_start      integer          not null,
    holder_end        integer          not null,

    target_id         text             not null,
    target_kind       text             not null,
    target_name       text             not null,
    target_path       text[]           not null,
    target_start      integer          not null,
    target_end        integer          not null,

    polarity          text             not null,
    score             double precision not null check (score between -1 and 1),
    confidence        double precision not null check (confidence between 0 and 1),
    manner            text[]           not null,
    act               text,

    attribution_kind  text             not null,
    speaker_id        text,
    speaker_kind      text,
    speaker_name      text,
    speaker_path      text[],
    speaker_start     integer,
    speaker_end       integer,
    quoted            boolean          not null,

    sentence_start    integer          not null,
    sentence_end      integer          not null,
    sentence_text     text             not null,
    cue_start         integer          not null,
    cue_end           integer          not null,
    condition_start   integer,
    condition_end     integer
);

create unique index stance_article on stance (article_id, ordinal);

-- Each filter has an index. Those with few values carry the order too, so that a page of them is read, not sorted.
create index stance_at on stance (at desc, id desc);
create index stance_source on stance (source, at desc, id desc);
create index stance_polarity on stance (polarity, at desc, id desc);
create index stance_act on stance (act, at desc, id desc) where act is not null;
create index stance_attribution on stance (attribution_kind, at desc, id desc);
create index stance_confidence on stance (confidence);
create index stance_holder on stance using gin (holder_path);
create index stance_target on stance using gin (target_path);
create index stance_manner on stance using gin (manner);
