-- Where the article was published; null for articles that were analysed before.
alter table stance add column url text;

-- The filter by text. The engine reads English alone, so words are stemmed as English ones.
create index stance_text on stance using gin (to_tsvector('english', sentence_text));
