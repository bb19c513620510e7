-- Every lease also looks for work whose attempts are used up. Without an index of its own it reads all that is due to find
-- that there is none: the longer the backlog, the slower. What was never leased, nearly all of a backlog, is not in it.
create index work_item_tried_idx on work_item (attempts) where state in ('PENDING', 'LEASED') and attempts > 0;
