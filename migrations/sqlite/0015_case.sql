-- Cases of the office's own services. Times are micro-seconds UTC, days are text as 2026-11-24.
--
-- answers and handed_in are sealed: they hold personal data. handed_in is what the office sees; answers is what the
-- applicant is working on. due_at, last_day, moves and events follow from case_event and are kept for lists and locks.
create table permit_case (
    id blob primary key,
    number text not null unique,
    token text not null unique,
    service text not null,
    version integer not null,
    state text not null check (state in ('draf', 'diajukan', 'verifikasi', 'perlu_perbaikan', 'dihentikan', 'kunjungan', 'persetujuan', 'menunggu_bayar', 'terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut')),
    account_id blob references account (id),
    name text not null,
    phone text not null,
    phone_last4 text not null,
    subject text not null default '',
    kecamatan text,
    pin_hash blob not null,
    answers blob not null,
    handed_in blob,
    assignee blob references account (id),
    submitted_at integer,
    due_at integer,
    last_day text,
    moves integer not null default 0,
    rounds integer not null default 0,
    consented_round integer not null default 0,
    visit_on text,
    visited_at integer,
    paid integer not null default 0,
    decided_at integer,
    events integer not null default 0,
    seal blob not null,
    created_at integer not null,
    updated_at integer not null,
    foreign key (service, version) references service_version (service, version)
) strict;
create index permit_case_account on permit_case (account_id, created_at);
create index permit_case_due on permit_case (due_at) where due_at is not null;
create index permit_case_state on permit_case (state, updated_at);
create index permit_case_assignee on permit_case (assignee, due_at) where due_at is not null;

-- What opens a case without an account: the hash of its secret, or of a key given for a right PIN, which ends.
create table case_key (
    key_hash blob primary key,
    case_id blob not null references permit_case (id),
    expires_at integer
) strict;
create index case_key_case on case_key (case_id);

-- Everything that happened, reading included; never changed. domain::permit::chain says what a seal covers.
create table case_event (
    case_id blob not null references permit_case (id),
    seq integer not null,
    at integer not null,
    actor blob references account (id),
    by_role text not null,
    on_behalf_of blob references account (id),
    action text not null,
    from_state text,
    to_state text not null,
    public_text text,
    internal_note text,
    reason_code text,
    seal blob not null,
    primary key (case_id, seq)
) strict;
create index case_event_actor on case_event (actor, at);

-- An uploaded document. path is where it stands in the form; detached_at is when nothing showed it any more.
create table case_file (
    id blob primary key,
    case_id blob not null references permit_case (id),
    path text not null,
    kind text not null check (kind in ('foto', 'pdf')),
    name text not null,
    bytes integer not null,
    digest blob not null,
    uploaded_at integer not null,
    detached_at integer
) strict;
create index case_file_case on case_file (case_id);
create index case_file_detached on case_file (detached_at) where detached_at is not null;

create table case_verdict (
    case_id blob not null references permit_case (id),
    path text not null,
    verdict text not null check (verdict in ('diterima', 'perlu_diganti', 'tidak_berlaku')),
    reason_code text,
    reason_text text,
    decided_by blob not null references account (id),
    decided_at integer not null,
    primary key (case_id, path)
) strict;

-- Days of the yearly decree of three ministers (SKB 3 Menteri), and what the office adds.
create table holiday (
    day text primary key,
    kind text not null check (kind in ('libur_nasional', 'cuti_bersama')),
    name text not null
) strict;

alter table outbox add column case_id blob references permit_case (id);
create index outbox_case on outbox (case_id);

-- Who records payments is a duty too.
create table account_grant_new (
    account_id blob not null references account (id),
    role text not null check (role in ('pembeli', 'pelaku_usaha', 'petugas', 'pendamping', 'admin')),
    duty text not null default '' check (duty in ('', 'loket', 'verifikator', 'lapangan', 'penyetuju', 'bendahara', 'pelatihan', 'toko', 'data')),
    granted_at integer not null,
    primary key (account_id, role, duty)
) strict;
insert into account_grant_new select account_id, role, duty, granted_at from account_grant;
drop table account_grant;
alter table account_grant_new rename to account_grant;
