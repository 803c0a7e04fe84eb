-- People who sign in, what they may do, and where they are signed in.
create table account (
    id blob primary key,
    name text not null,
    phone text unique,
    email text unique,
    password_hash text not null,
    totp_secret text,
    totp_last_step integer not null default 0,
    state text not null check (state in ('active', 'blocked')),
    created_at integer not null,
    check (phone is not null or email is not null)
) strict;

-- duty is '' for roles without duties: a primary key cannot hold null.
create table account_grant (
    account_id blob not null references account (id),
    role text not null check (role in ('pembeli', 'pelaku_usaha', 'petugas', 'pendamping', 'admin')),
    duty text not null default '' check (duty in ('', 'loket', 'verifikator', 'lapangan', 'penyetuju', 'pelatihan', 'toko', 'data')),
    granted_at integer not null,
    primary key (account_id, role, duty)
) strict;

-- Only the hash of a session's token is stored: who reads the database cannot sign in with it.
create table session (
    token_hash blob primary key,
    account_id blob not null references account (id),
    created_at integer not null,
    seen_at integer not null,
    expires_at integer not null,
    user_agent text not null
) strict;
create index session_account on session (account_id, expires_at);

create table reset_code (
    account_id blob primary key references account (id),
    code_hash blob not null,
    expires_at integer not null,
    tries_left integer not null
) strict;

-- A fixed window per key, for example 'sign-in:+6281...'.
create table rate_limit (
    key text primary key,
    used integer not null,
    resets_at integer not null
) strict;

-- What a person typed and what was wrong with it, between a refused form and the page that shows it again.
create table flash (
    id blob primary key,
    body text not null,
    expires_at integer not null
) strict;
create index flash_expires on flash (expires_at);
