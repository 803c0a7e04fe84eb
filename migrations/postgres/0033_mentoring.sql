-- A mentoring: one business, one subject, from the request to what came of it. id is the token of the form that asked for
-- it, so that the same form sent twice is one. proposed_at says that the plan lies before the owner.
create table mentoring (
    id uuid primary key,
    number text not null unique,
    account_id uuid not null references account (id),
    business text not null,
    kecamatan text not null,
    area text not null check (area in ('produksi', 'pemasaran', 'keuangan', 'legalitas', 'sdm', 'digital')),
    need text not null,
    mentor uuid references account (id),
    state text not null check (state in ('diajukan', 'diagnosis', 'rencana_disepakati', 'berjalan', 'evaluasi', 'selesai',
        'dihentikan')),
    since_at bigint not null,
    moves bigint not null default 0,
    asked_at bigint not null,
    proposed_at bigint,
    agreed_at bigint,
    ends_on text,
    evaluation text,
    check (state in ('diajukan', 'dihentikan') or mentor is not null),
    check (mentor is null or mentor <> account_id)
);
create index mentoring_account on mentoring (account_id);
create index mentoring_mentor on mentoring (mentor, state);
create index mentoring_state on mentoring (state, since_at);

-- What was found out about a business.
create table mentoring_finding (
    id uuid primary key,
    mentoring_id uuid not null references mentoring (id),
    area text not null,
    finding text not null,
    priority text not null check (priority in ('tinggi', 'sedang', 'rendah')),
    evidence text not null,
    found_at bigint not null
);
create index mentoring_finding_of on mentoring_finding (mentoring_id);

-- What shall be reached, and by what one sees it: now, aimed at, and afterwards.
create table mentoring_goal (
    id uuid primary key,
    mentoring_id uuid not null references mentoring (id),
    goal text not null,
    indicator text not null,
    value_before text not null,
    value_target text not null,
    value_after text,
    set_at bigint not null
);
create index mentoring_goal_of on mentoring_goal (mentoring_id);

-- A report of a meeting; id is the token of its form, so that a draft sent twice is one visit. internal is for the office's
-- side only. The owner confirms it, or objects.
create table mentoring_visit (
    id uuid primary key,
    mentoring_id uuid not null references mentoring (id),
    mentor uuid not null references account (id),
    visited_on text not null,
    minutes bigint not null check (minutes > 0),
    way text not null check (way in ('tempat', 'daring')),
    place text not null,
    kecamatan text,
    findings text not null,
    internal text,
    next_on text,
    photo_consent boolean not null,
    written_at bigint not null,
    confirmed_at bigint,
    objection text
);
create index mentoring_visit_of on mentoring_visit (mentoring_id, visited_on);

-- What was agreed: in the plan, or at a visit. service leads to the service of the office with which it is done, or to the
-- classes ('pelatihan').
create table mentoring_action (
    id uuid primary key,
    mentoring_id uuid not null references mentoring (id),
    visit_id uuid references mentoring_visit (id),
    what text not null,
    side text not null check (side in ('usaha', 'pendamping')),
    due_on text not null,
    service text,
    set_at bigint not null,
    done_at bigint
);
create index mentoring_action_of on mentoring_action (mentoring_id, done_at);

-- A photograph of a visit; stored is false while it is on its way to the store.
create table mentoring_photo (
    id uuid primary key,
    visit_id uuid not null references mentoring_visit (id),
    digest bytea not null,
    stored boolean not null,
    added_at bigint not null,
    unique (visit_id, digest)
);

-- When a mentor can be met: minutes after midnight in Tangerang; and days on which they cannot.
create table mentor_hours (
    mentor uuid not null references account (id),
    weekday bigint not null check (weekday between 0 and 6),
    from_minute bigint not null,
    to_minute bigint not null check (to_minute > from_minute),
    primary key (mentor, weekday, from_minute)
);
create table mentor_away (
    id uuid primary key,
    mentor uuid not null references account (id),
    from_day text not null,
    to_day text not null check (to_day >= from_day)
);
create index mentor_away_of on mentor_away (mentor, to_day);

-- When both meet. Nobody has two at one time: the use case asks both sides, and the database refuses the same beginning.
create table appointment (
    id uuid primary key,
    mentoring_id uuid not null references mentoring (id),
    mentor uuid not null references account (id),
    account_id uuid not null references account (id),
    starts_at bigint not null,
    ends_at bigint not null check (ends_at > starts_at),
    way text not null check (way in ('tempat', 'daring')),
    place text not null,
    state text not null check (state in ('terjadwal', 'selesai', 'batal', 'tidak_hadir')),
    booked_by uuid not null references account (id),
    booked_at bigint not null
);
create unique index appointment_mentor_once on appointment (mentor, starts_at) where state = 'terjadwal';
create unique index appointment_owner_once on appointment (account_id, starts_at) where state = 'terjadwal';
create index appointment_of on appointment (mentoring_id);

-- What happened to a mentoring, for both sides to read.
create table mentoring_event (
    mentoring_id uuid not null references mentoring (id),
    seq bigint not null,
    at bigint not null,
    actor uuid not null references account (id),
    by_part text not null,
    action text not null,
    state text not null,
    note text not null,
    primary key (mentoring_id, seq)
);

alter table outbox add column mentoring_id uuid references mentoring (id);
create index outbox_mentoring on outbox (mentoring_id) where mentoring_id is not null;
