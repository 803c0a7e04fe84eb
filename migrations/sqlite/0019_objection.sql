-- Objections to refusals. text is sealed: it is personal. due_at is the end of the promise, null where the service
-- promises nothing. Times are micro-seconds UTC.
create table objection (
    id blob primary key,
    case_id blob not null references permit_case (id),
    text blob not null,
    filed_at integer not null,
    due_at integer,
    state text not null check (state in ('diajukan', 'dikabulkan', 'ditolak')),
    answer text,
    decided_at integer,
    decided_by blob references account (id)
) strict;
create index objection_case on objection (case_id, filed_at);
create index objection_open on objection (due_at, case_id) where state = 'diajukan';

-- A case that was refused can get another letter once its refusal has fallen.
create table letter_new (
    code text primary key,
    case_id blob not null references permit_case (id),
    kind text not null check (kind in ('keterangan', 'rekomendasi', 'keputusan', 'penolakan')),
    number text not null,
    holder text not null,
    subject text not null,
    issued_at integer not null,
    valid_until text,
    signed_by blob not null references account (id),
    digest blob,
    revoked_at integer,
    revoke_code text
) strict;
insert into letter_new select code, case_id, kind, number, holder, subject, issued_at, valid_until, signed_by, digest,
    revoked_at, revoke_code from letter;
drop table letter;
alter table letter_new rename to letter;
create index letter_unmade on letter (issued_at) where digest is null;
create index letter_case on letter (case_id, issued_at);
create index letter_number on letter (number, issued_at);
