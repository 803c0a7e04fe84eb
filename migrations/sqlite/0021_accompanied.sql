-- Permits of other agencies that the office accompanies: two states more, the stage of the service's definition where the
-- case is, and since when. Both are null for a service of our own.
--
-- SQLite cannot change a check, so the table is made anew under its name; what refers to it is checked at the end.
pragma defer_foreign_keys = on;
create table permit_case_old as select * from permit_case;
drop table permit_case;
create table permit_case (
    id blob primary key,
    number text not null unique,
    token text not null unique,
    service text not null,
    version integer not null,
    state text not null check (state in ('draf', 'diajukan', 'verifikasi', 'perlu_perbaikan', 'dihentikan', 'kunjungan', 'persetujuan', 'menunggu_bayar', 'terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut', 'didampingi', 'selesai')),
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
    forgotten_at integer,
    surveyed integer not null default 0,
    stage text,
    stage_at integer,
    foreign key (service, version) references service_version (service, version)
) strict;
insert into permit_case select o.*, null, null from permit_case_old o;
drop table permit_case_old;
create index permit_case_account on permit_case (account_id, created_at);
create index permit_case_due on permit_case (due_at) where due_at is not null;
create index permit_case_assignee on permit_case (assignee, due_at) where due_at is not null;
create index permit_case_kept on permit_case (service, version, updated_at)
    where forgotten_at is null and state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut', 'selesai');
create index permit_case_done on permit_case (updated_at, id, state, service, kecamatan, assignee)
    where state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut', 'selesai') and submitted_at is not null;
create index permit_case_waiting on permit_case (updated_at, id)
    where due_at is null and state in ('perlu_perbaikan', 'menunggu_bayar', 'dihentikan', 'didampingi');
create index permit_case_draft on permit_case (updated_at) where submitted_at is null;
create index permit_case_submitted on permit_case (submitted_at, service) where submitted_at is not null;

-- What the other agency issued, as an officer compared it with its proof. number is written as the agency writes it, days
-- are text as 2026-11-24. badge is the mark that shop or product got from it.
create table case_permit (
    case_id blob primary key references permit_case (id),
    number text not null,
    issued_on text not null,
    valid_until text,
    badge_id blob references badge (id),
    recorded_at integer not null,
    recorded_by blob not null references account (id)
) strict;

-- What the holder of such a permit has to do, each as often as it was due so far. duty is its key in the definition, or
-- 'masa_berlaku' for the end of the permit itself. reminded counts the reminders that were sent.
create table case_duty (
    case_id blob not null references permit_case (id),
    duty text not null,
    again integer not null,
    due_on text not null,
    reminded integer not null default 0,
    done_at integer,
    primary key (case_id, duty, again)
) strict;
create index case_duty_open on case_duty (due_on) where done_at is null;
