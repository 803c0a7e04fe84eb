-- The next version of a service while it is being worked on; there is one at a time, and it may be incomplete.
-- service: the slug of a service, which a first version has not made yet. definition: domain::permit::service::Service
-- as JSON. revision counts the changes, so that nobody overwrites what somebody else saved meanwhile.
create table service_draft (
    service text primary key,
    definition text not null,
    revision bigint not null check (revision >= 1),
    updated_at bigint not null,
    updated_by uuid not null references account (id)
);
