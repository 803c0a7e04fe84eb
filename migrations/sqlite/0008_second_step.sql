-- A right password of an account that also asks for a code: the code opens the session, this alone opens nothing.
create table half_sign_in (
    token_hash blob primary key,
    account_id blob not null references account (id),
    expires_at integer not null,
    tries_left integer not null
) strict;
create index half_sign_in_account on half_sign_in (account_id);

-- For people who lost the telephone that makes their codes. A used one is deleted.
create table recovery_code (
    account_id blob not null references account (id),
    code_hash blob not null,
    primary key (account_id, code_hash)
) strict;

-- Who changed what about an account. by_account is null for the command line.
create table account_event (
    id blob primary key,
    account_id blob not null references account (id),
    by_account blob references account (id),
    at integer not null,
    action text not null,
    note text not null default ''
) strict;
create index account_event_account on account_event (account_id, at);
