-- Complaints. Times are micro-seconds UTC.
--
-- told and what stands in complaint_contact and complaint_message are sealed: they are personal. An anonymous complaint
-- has no contact and no account. since_at and due_at belong to what runs now: the promise to verify or to answer, or the
-- wait for a reply. late counts promises that were not kept; counted says that the one that runs is among them.
create table complaint (
    id uuid primary key,
    number text not null unique,
    token text not null unique,
    state text not null check (state in ('masuk', 'diteruskan', 'dijawab', 'selesai', 'tidak_diproses')),
    subject text not null check (subject in ('layanan', 'izin', 'toko', 'lain')),
    service text,
    case_id uuid references permit_case (id),
    privacy text not null check (privacy in ('biasa', 'rahasia', 'tanpa_nama')),
    account_id uuid references account (id),
    told bytea not null,
    pin_hash bytea not null,
    handler uuid references account (id),
    about_officer uuid references account (id),
    lapor text,
    filed_at bigint not null,
    since_at bigint not null,
    due_at bigint,
    counted bigint not null default 0,
    late bigint not null default 0,
    answered_at bigint,
    ended_at bigint,
    moves bigint not null default 0,
    events bigint not null default 0,
    updated_at bigint not null,
    check (privacy <> 'tanpa_nama' or (account_id is null and case_id is null))
);
create index complaint_due on complaint (state, due_at, id);
create index complaint_updated on complaint (state, updated_at, id);
create index complaint_handler on complaint (handler, state);
create index complaint_account on complaint (account_id, filed_at);
create index complaint_filed on complaint (filed_at);

-- Who complains, and how they are reached.
create table complaint_contact (
    complaint_id uuid primary key references complaint (id),
    sealed bytea not null
);

-- What opens a complaint: the hash of its secret, or of a key given for a right PIN, which ends.
create table complaint_key (
    key_hash bytea primary key,
    complaint_id uuid not null references complaint (id),
    expires_at bigint
);
create index complaint_key_complaint on complaint_key (complaint_id);

-- Everything that happened, reading included, without a word of anybody. Lines are only added.
create table complaint_event (
    complaint_id uuid not null references complaint (id),
    seq bigint not null,
    at bigint not null,
    actor uuid references account (id),
    by_part text not null,
    action text not null,
    from_state text,
    to_state text not null,
    primary key (complaint_id, seq)
);
create function complaint_event_stays() returns trigger language plpgsql as $$
begin raise exception 'events of complaints are never changed or removed'; end $$;
create trigger complaint_event_stays before update or delete on complaint_event
    for each row execute function complaint_event_stays();

-- What was written about a complaint: answers, replies, reasons, and notes of the office.
create table complaint_message (
    id uuid primary key,
    complaint_id uuid not null references complaint (id),
    at bigint not null,
    kind text not null check (kind in ('jawaban', 'balasan', 'alasan', 'catatan')),
    actor uuid references account (id),
    sealed bytea not null
);
create index complaint_message_complaint on complaint_message (complaint_id, at);

alter table outbox add column complaint_id uuid references complaint (id);
create index outbox_complaint on outbox (complaint_id);
