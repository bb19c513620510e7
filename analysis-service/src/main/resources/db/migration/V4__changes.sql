-- The transaction that last wrote the article's stances. Transactions get their numbers before they commit, and commit in
-- any order: whoever follows the changes reads only up to the oldest transaction that is still under way (docs/adr/0012).
-- As a plain number, which every driver reads.
alter table article_analysis
    add column changed_in bigint not null default 0,
    -- Whether there were other stances of this article before.
    add column replaced boolean not null default false;
alter table article_analysis alter column changed_in set default pg_current_xact_id()::text::bigint;
create index article_analysis_change on article_analysis (changed_in, article_id);

-- Articles whose stances were removed, for those who follow the changes.
create table stance_removal (
    article_id uuid primary key,
    changed_in bigint      not null,
    removed_at timestamptz not null
);
create index stance_removal_change on stance_removal (changed_in, article_id);
create index stance_removal_age on stance_removal (removed_at);

-- Removals are not remembered for ever: of those up to this transaction some may be forgotten.
create table change_memory (
    only_row  boolean primary key default true check (only_row),
    forgotten bigint not null
);
insert into change_memory (forgotten) values (0);
