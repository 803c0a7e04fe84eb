-- Permits of other agencies that the office accompanies: two states more, the stage of the service's definition where the
-- case is, and since when. Both are null for a service of our own.
alter table permit_case drop constraint permit_case_state_check;
alter table permit_case add constraint permit_case_state_check check (state in ('draf', 'diajukan', 'verifikasi', 'perlu_perbaikan', 'dihentikan', 'kunjungan', 'persetujuan', 'menunggu_bayar', 'terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut', 'didampingi', 'selesai'));
alter table permit_case add column stage text;
alter table permit_case add column stage_at bigint;
drop index permit_case_kept;
create index permit_case_kept on permit_case (service, version, updated_at)
    where forgotten_at is null and state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut', 'selesai');
drop index permit_case_done;
create index permit_case_done on permit_case (updated_at, id, state, service, kecamatan, assignee)
    where state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut', 'selesai') and submitted_at is not null;
drop index permit_case_waiting;
create index permit_case_waiting on permit_case (updated_at, id)
    where due_at is null and state in ('perlu_perbaikan', 'menunggu_bayar', 'dihentikan', 'didampingi');

-- What the other agency issued, as an officer compared it with its proof. number is written as the agency writes it, days
-- are text as 2026-11-24. badge is the mark that shop or product got from it.
create table case_permit (
    case_id uuid primary key references permit_case (id),
    number text not null,
    issued_on text not null,
    valid_until text,
    badge_id uuid references badge (id),
    recorded_at bigint not null,
    recorded_by uuid not null references account (id)
);

-- What the holder of such a permit has to do, each as often as it was due so far. duty is its key in the definition, or
-- 'masa_berlaku' for the end of the permit itself. reminded counts the reminders that were sent.
create table case_duty (
    case_id uuid not null references permit_case (id),
    duty text not null,
    again bigint not null,
    due_on text not null,
    reminded bigint not null default 0,
    done_at bigint,
    primary key (case_id, duty, again)
);
create index case_duty_open on case_duty (due_on) where done_at is null;
