-- The personal calendar of an account. Its address follows from id and the data key: whoever reads the database cannot
-- open it, and a new row is a new address.
create table calendar_feed (
    account_id uuid primary key references account (id),
    id uuid not null unique,
    created_at bigint not null
);
