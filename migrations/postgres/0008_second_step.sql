-- A right password of an account that also asks for a code: the code opens the session, this alone opens nothing.
create table half_sign_in (
    token_hash bytea primary key,
    account_id uuid not null references account (id),
    expires_at bigint not null,
    tries_left bigint not null
);
create index half_sign_in_account on half_sign_in (account_id);

-- For people who lost the telephone that makes their codes. A used one is deleted.
create table recovery_code (
    account_id uuid not null references account (id),
    code_hash bytea not null,
    primary key (account_id, code_hash)
);

-- Who changed what about an account. by_account is null for the command line.
create table account_event (
    id uuid primary key,
    account_id uuid not null references account (id),
    by_account uuid references account (id),
    at bigint not null,
    action text not null,
    note text not null default ''
);
create index account_event_account on account_event (account_id, at);
