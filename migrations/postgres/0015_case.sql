-- Cases of the office's own services. Times are micro-seconds UTC, days are text as 2026-11-24.
--
-- answers and handed_in are sealed: they hold personal data. handed_in is what the office sees; answers is what the
-- applicant is working on. due_at, last_day, moves and events follow from case_event and are kept for lists and locks.
create table permit_case (
    id uuid primary key,
    number text not null unique,
    token text not null unique,
    service text not null,
    version bigint not null,
    state text not null check (state in ('draf', 'diajukan', 'verifikasi', 'perlu_perbaikan', 'dihentikan', 'kunjungan', 'persetujuan', 'menunggu_bayar', 'terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut')),
    account_id uuid references account (id),
    name text not null,
    phone text not null,
    phone_last4 text not null,
    subject text not null default '',
    kecamatan text,
    pin_hash bytea not null,
    answers bytea not null,
    handed_in bytea,
    assignee uuid references account (id),
    submitted_at bigint,
    due_at bigint,
    last_day text,
    moves bigint not null default 0,
    rounds bigint not null default 0,
    consented_round bigint not null default 0,
    visit_on text,
    visited_at bigint,
    paid bigint not null default 0,
    decided_at bigint,
    events bigint not null default 0,
    seal bytea not null,
    created_at bigint not null,
    updated_at bigint not null,
    foreign key (service, version) references service_version (service, version)
);
create index permit_case_account on permit_case (account_id, created_at);
create index permit_case_due on permit_case (due_at) where due_at is not null;
create index permit_case_state on permit_case (state, updated_at);
create index permit_case_assignee on permit_case (assignee, due_at) where due_at is not null;

-- What opens a case without an account: the hash of its secret, or of a key given for a right PIN, which ends.
create table case_key (
    key_hash bytea primary key,
    case_id uuid not null references permit_case (id),
    expires_at bigint
);
create index case_key_case on case_key (case_id);

-- Everything that happened, reading included; never changed. domain::permit::chain says what a seal covers.
create table case_event (
    case_id uuid not null references permit_case (id),
    seq bigint not null,
    at bigint not null,
    actor uuid references account (id),
    by_role text not null,
    on_behalf_of uuid references account (id),
    action text not null,
    from_state text,
    to_state text not null,
    public_text text,
    internal_note text,
    reason_code text,
    seal bytea not null,
    primary key (case_id, seq)
);
create index case_event_actor on case_event (actor, at);

-- An uploaded document. path is where it stands in the form; detached_at is when nothing showed it any more.
create table case_file (
    id uuid primary key,
    case_id uuid not null references permit_case (id),
    path text not null,
    kind text not null check (kind in ('foto', 'pdf')),
    name text not null,
    bytes bigint not null,
    digest bytea not null,
    uploaded_at bigint not null,
    detached_at bigint
);
create index case_file_case on case_file (case_id);
create index case_file_detached on case_file (detached_at) where detached_at is not null;

create table case_verdict (
    case_id uuid not null references permit_case (id),
    path text not null,
    verdict text not null check (verdict in ('diterima', 'perlu_diganti', 'tidak_berlaku')),
    reason_code text,
    reason_text text,
    decided_by uuid not null references account (id),
    decided_at bigint not null,
    primary key (case_id, path)
);

-- Days of the yearly decree of three ministers (SKB 3 Menteri), and what the office adds.
create table holiday (
    day text primary key,
    kind text not null check (kind in ('libur_nasional', 'cuti_bersama')),
    name text not null
);

alter table outbox add column case_id uuid references permit_case (id);
create index outbox_case on outbox (case_id);

-- Who records payments is a duty too.
alter table account_grant drop constraint account_grant_duty_check;
alter table account_grant add constraint account_grant_duty_check
    check (duty in ('', 'loket', 'verifikator', 'lapangan', 'penyetuju', 'bendahara', 'pelatihan', 'toko', 'data'));
