-- Objections to refusals. text is sealed: it is personal. due_at is the end of the promise, null where the service
-- promises nothing. Times are micro-seconds UTC.
create table objection (
    id uuid primary key,
    case_id uuid not null references permit_case (id),
    text bytea not null,
    filed_at bigint not null,
    due_at bigint,
    state text not null check (state in ('diajukan', 'dikabulkan', 'ditolak')),
    answer text,
    decided_at bigint,
    decided_by uuid references account (id)
);
create index objection_case on objection (case_id, filed_at);
create index objection_open on objection (due_at, case_id) where state = 'diajukan';

-- A case that was refused can get another letter once its refusal has fallen.
alter table letter drop constraint letter_case_id_key;
alter table letter drop constraint letter_number_key;
create index letter_case on letter (case_id, issued_at);
create index letter_number on letter (number, issued_at);
