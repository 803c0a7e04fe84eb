-- What officers decide: every decision about a shop and every step of a badge is kept with who and why.

-- Since when a shop that was sent back waits for an officer again; null before the first time.
alter table usaha add column handed_in_at integer;

-- A badge's created_at is when its number was handed in last. until_estimated: the last day was inferred from the
-- number. reminded: the last reminder before the end that its owner got, in days; 0 for none.
alter table badge add column until_estimated integer not null default 0;
alter table badge add column reminded integer not null default 0;
create index badge_until on badge (valid_until) where state = 'terverifikasi';
create index badge_decided on badge (state, decided_at);
-- The same number in another shop is shown to the officer.
create index badge_number on badge (number);

create table usaha_event (
    id blob primary key,
    usaha_id blob not null references usaha (id),
    at integer not null,
    by_account blob not null references account (id),
    decision text not null check (decision in ('setujui', 'kembalikan', 'ajukan_lagi', 'tangguhkan', 'buka_lagi')),
    state text not null check (state in ('pending', 'open', 'suspended')),
    reason text not null
) strict;
create index usaha_event_usaha on usaha_event (usaha_id, id);

-- by_account is null for what follows by itself.
create table badge_event (
    id blob primary key,
    badge_id blob not null references badge (id),
    at integer not null,
    by_account blob references account (id),
    action text not null check (action in ('ajukan', 'verifikasi', 'tolak', 'cabut', 'periksa_lagi', 'ganti')),
    state text not null check (state in ('diajukan', 'terverifikasi', 'ditolak', 'dicabut')),
    number text not null,
    reason text not null
) strict;
create index badge_event_badge on badge_event (badge_id, id);

-- The orders that wait for a seller, oldest first: few, whatever the history.
create index shop_order_waiting on shop_order (created_at) where status in ('dibayar', 'diproses');
