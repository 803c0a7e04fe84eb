-- Messages to people and timers, written in the transaction that causes them; the worker carries them out.
create table outbox (
    id uuid primary key,
    kind text not null,
    channel text not null check (channel in ('email', 'whatsapp')),
    recipient text not null,
    recipient_name text not null,
    subject text not null,
    body text not null,
    order_id uuid references shop_order (id),
    state text not null check (state in ('waiting', 'sent', 'failed', 'handed_off')),
    attempts bigint not null,
    last_error text not null default '',
    due_at bigint not null,
    created_at bigint not null,
    sent_at bigint
);
create index outbox_due on outbox (due_at) where state = 'waiting';
create index outbox_created on outbox (created_at);

create table due_job (
    id uuid primary key,
    kind text not null,
    subject_id uuid not null,
    due_at bigint not null,
    claimed_until bigint not null default 0,
    attempts bigint not null default 0,
    unique (kind, subject_id)
);
create index due_job_due on due_job (due_at);
