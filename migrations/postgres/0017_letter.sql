-- Letters of decided cases. The file is made once from what is fixed here and in the case, and never changed; digest is
-- that of its bytes, null until it is made. Times are micro-seconds UTC, days are text.
create table letter (
    code text primary key,
    case_id uuid not null unique references permit_case (id),
    kind text not null check (kind in ('keterangan', 'rekomendasi', 'keputusan', 'penolakan')),
    number text not null unique,
    holder text not null,
    subject text not null,
    issued_at bigint not null,
    valid_until text,
    signed_by uuid not null references account (id),
    digest bytea,
    revoked_at bigint,
    revoke_code text
);
create index letter_unmade on letter (issued_at) where digest is null;
