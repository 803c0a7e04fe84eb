-- Certificates of classes. What they say is fixed here when they are issued; the file is made once from that and never
-- changed; digest is that of its bytes, null until it is made. A corrected one is a new row that replaces the old. reason
-- says why it was issued by hand; empty for who had earned it. Days are text, minutes those of all sessions.
create table certificate (
    code text primary key,
    registration_id uuid not null references registration (id),
    number text not null unique,
    holder text not null,
    title text not null,
    first_day text not null,
    last_day text not null,
    minutes bigint not null,
    attended bigint not null,
    sessions bigint not null,
    trainer text not null,
    reason text not null default '',
    replaces text unique references certificate (code),
    issued_at bigint not null,
    signed_by uuid not null references account (id),
    digest bytea,
    ended_at bigint,
    ending text check (ending in ('diganti', 'data_salah', 'tidak_berhak', 'disalahgunakan')),
    check ((ended_at is null) = (ending is null))
);
-- Somebody has one certificate of a class.
create unique index certificate_holds on certificate (registration_id) where ended_at is null;
create index certificate_registration on certificate (registration_id);
create index certificate_unmade on certificate (issued_at) where digest is null;
