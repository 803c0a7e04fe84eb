-- How often each part of an application was saved, and by which window last: an older window does not overwrite unseen
-- what another one saved. saved_by is the random name that a page got when it was made, nth counts what that page sent.
create table case_section (
    case_id blob not null references permit_case (id),
    section text not null,
    revision integer not null,
    saved_by text not null,
    nth integer not null,
    primary key (case_id, section)
) strict;
