-- The outlet that the words were said to or are reported from, as the text names it.
alter table stance add column medium text;
