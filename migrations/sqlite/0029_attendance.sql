-- Who was at which session, and who was not: one record of each. actor is the officer who entered it, from the list on
-- paper or as a correction; note says why somebody was not there.
create table attendance (
    session_id blob not null references class_session (id),
    registration_id blob not null references registration (id),
    present integer not null,
    way text not null check (way in ('qr', 'kode', 'daftar')),
    at integer not null,
    actor blob references account (id),
    note text not null default '',
    primary key (session_id, registration_id),
    check (present = 1 or way = 'daftar')
) strict;
create index attendance_registration on attendance (registration_id);
