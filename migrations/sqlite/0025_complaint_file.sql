-- Files that come with a complaint or with a reply.
--
-- token is the hash of the form's token, and empty while a file is not stored yet or was taken back. What no complaint shows
-- has a detached_at, and is removed some hours later. name is sealed. digest is of what was sent: a form that comes twice
-- brings a file once.
create table complaint_file (
    id blob primary key,
    token text not null,
    complaint_id blob references complaint (id),
    message_id blob references complaint_message (id),
    kind text not null check (kind in ('foto', 'pdf')),
    name blob not null,
    bytes integer not null,
    digest blob not null,
    uploaded_at integer not null,
    detached_at integer,
    check (complaint_id is null or detached_at is null)
) strict;
create unique index complaint_file_token_key on complaint_file (token, digest) where token <> '';
create index complaint_file_complaint on complaint_file (complaint_id);
create index complaint_file_message on complaint_file (message_id);
create index complaint_file_detached on complaint_file (detached_at) where detached_at is not null;

-- The shop that a complaint is about, where it is known; and when what was written was removed.
alter table complaint add column usaha_id blob references usaha (id);
alter table complaint add column forgotten_at integer;
create index complaint_ended on complaint (ended_at) where ended_at is not null and forgotten_at is null;
