-- What writes with an Idempotency-Key were answered, so that they are done once however often they come.
create table idempotency (
    -- Who sent it: two callers may choose the same key.
    caller      text        not null,
    key         text        not null,
    -- SHA-256 of method, path and body.
    fingerprint bytea       not null,
    -- Of the one who is at it, or was.
    token       uuid        not null,
    -- Null while somebody is at it.
    status      integer,
    location    text,
    body        text,
    -- From then on it is as if it had never been there.
    until       timestamptz not null,
    primary key (caller, key)
);

create index idempotency_until_idx on idempotency (until);
