-- The running drawer of the inbox is read in its order, and filtered from the index alone.
drop index permit_case_due;
create index permit_case_due on permit_case (due_at, id, service, kecamatan, state, assignee) where due_at is not null;
drop index permit_case_assignee;
create index permit_case_assignee on permit_case (assignee, due_at, id) where due_at is not null;
