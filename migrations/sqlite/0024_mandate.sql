-- Who acts for the applicant of a case: a mentor or an officer of the counter, through last_day (text as 2026-11-24) or
-- until ended_at. At most one that is not ended for each case. ended_by is null where a guest with the case's key did it.
create table mandate (
    id blob primary key,
    case_id blob not null references permit_case (id),
    helper_id blob not null references account (id),
    part text not null check (part in ('pendamping', 'loket')),
    given_at integer not null,
    last_day text not null,
    ended_at integer,
    ended_by blob references account (id)
) strict;
create unique index mandate_one on mandate (case_id) where ended_at is null;
create index mandate_case on mandate (case_id, given_at);
create index mandate_helper on mandate (helper_id, given_at);
