-- After a dump was restored elsewhere, rows may carry numbers of transactions that this database has yet to come to.
-- A row that can be seen comes from a transaction that is over, so those numbers are from elsewhere: they become the oldest.
update article_analysis set changed_in = 0
where changed_in >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
delete from stance_removal
where changed_in >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
update change_memory set forgotten = 0
where forgotten >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
