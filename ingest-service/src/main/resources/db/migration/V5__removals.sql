-- Articles that are gone, until the service that keeps their stances has heard of it.
create table removal (
    article_id uuid        primary key,
    -- Not to be told before.
    due_at     timestamptz not null,
    -- To be told again after this: somebody may have been at work on the article, and store what he found later.
    until      timestamptz not null
);

create index removal_due_idx on removal (due_at, article_id);
