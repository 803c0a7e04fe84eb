-- People who sign in, what they may do, and where they are signed in.
create table account (
    id uuid primary key,
    name text not null,
    phone text unique,
    email text unique,
    password_hash text not null,
    totp_secret text,
    totp_last_step bigint not null default 0,
    state text not null check (state in ('active', 'blocked')),
    created_at bigint not null,
    check (phone is not null or email is not null)
);

-- duty is '' for roles without duties: a primary key cannot hold null.
create table account_grant (
    account_id uuid not null references account (id),
    role text not null check (role in ('pembeli', 'pelaku_usaha', 'petugas', 'pendamping', 'admin')),
    duty text not null default '' check (duty in ('', 'loket', 'verifikator', 'lapangan', 'penyetuju', 'pelatihan', 'toko', 'data')),
    granted_at bigint not null,
    primary key (account_id, role, duty)
);

-- Only the hash of a session's token is stored: who reads the database cannot sign in with it.
create table session (
    token_hash bytea primary key,
    account_id uuid not null references account (id),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    user_agent text not null
);
create index session_account on session (account_id, expires_at);

create table reset_code (
    account_id uuid primary key references account (id),
    code_hash bytea not null,
    expires_at bigint not null,
    tries_left bigint not null
);

-- A fixed window per key, for example 'sign-in:+6281...'.
create table rate_limit (
    key text primary key,
    used bigint not null,
    resets_at bigint not null
);

-- What a person typed and what was wrong with it, between a refused form and the page that shows it again.
create table flash (
    id uuid primary key,
    body text not null,
    expires_at bigint not null
);
create index flash_expires on flash (expires_at);
