-- Which articles are copies of one text. A story goes by the id of its first article, also when that is deleted.
create table story_copy (
    article_id uuid     primary key references article (id) on delete cascade,
    story_id   uuid     not null,
    -- Whether it was compared with those that were there.
    settled    boolean  not null default false
);

create index story_copy_story_idx on story_copy (story_id);
create index story_copy_left_over_idx on story_copy (article_id) where not settled;

-- What copies are found by: MinHash numbers, of which two texts that share most of their words share one. Never changed,
-- and apart from what is: each change of a row would enter its sixteen numbers anew.
create table story_bands (
    article_id uuid     primary key references article (id) on delete cascade,
    bands      bigint[] not null
);

-- Without a list of what is still to be sorted in: a copy often comes seconds after the first.
create index story_bands_idx on story_bands using gin (bands) with (fastupdate = off);

-- Articles that were there before stand alone.
insert into story_copy (article_id, story_id, settled) select id, id, true from article;

create or replace view article_overview as
select a.id, encode(a.content_hash, 'hex') as content_hash, a.url, a.source, a.title, a.byline, a.published_at,
       a.language, a.text, a.dropped::text as dropped, a.created_at,
       w.state, w.attempts, w.analysed_at, w.failure_reason, w.failed_at,
       coalesce(c.story_id, a.id) as story_id
from article a
join work_item w on w.article_id = a.id
left join story_copy c on c.article_id = a.id;
