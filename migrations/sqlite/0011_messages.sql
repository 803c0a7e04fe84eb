-- Messages are claimed by one server at a time, or passed on by a person who is named; secrets in them are forgotten
-- afterwards. Orders know until when they should be on their way or fetched. Micro-seconds UTC.
alter table outbox add column claimed_until integer not null default 0;
alter table outbox add column handed_by blob references account (id);
alter table outbox add column secret integer not null default 0;
create index outbox_order on outbox (order_id);
create index outbox_secret on outbox (sent_at) where secret;

alter table shop_order add column ship_by integer;
alter table shop_order add column pickup_by integer;
create index due_job_subject on due_job (subject_id);
