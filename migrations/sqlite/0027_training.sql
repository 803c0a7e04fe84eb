-- Training. Times are micro-seconds UTC.
create table training_category (
    slug text primary key,
    position integer not null,
    name_id text not null,
    name_en text not null
) strict;

-- Where classes take place.
create table venue (
    id blob primary key,
    name text not null,
    address text not null,
    kecamatan text not null references region (code),
    capacity integer,
    step_free integer not null,
    note text not null default '',
    updated_at integer not null
) strict;

-- What is taught: the template of its classes. minimum is the share of its sessions that must be attended, in percent.
create table course (
    id blob primary key,
    slug text not null unique,
    title text not null,
    summary text not null,
    description text not null,
    category text not null references training_category (slug),
    audience text not null,
    beginner integer not null,
    bring text not null,
    picture text not null,
    certificate integer not null,
    minimum integer not null check (minimum between 0 and 100),
    updated_at integer not null
) strict;

-- A course that takes place. starts_at, ends_at and kecamatan are those of its sessions and its venue, for lists; an
-- online class has no venue, and its link is for those who have a seat. Kept seats are kept until release_at.
create table class (
    id blob primary key,
    slug text not null unique,
    course_id blob not null references course (id),
    state text not null check (state in ('draf', 'terbit', 'pendaftaran_tutup', 'berjalan', 'selesai', 'batal')),
    venue_id blob references venue (id),
    kecamatan text references region (code),
    link text not null default '',
    trainer text not null,
    contact text not null,
    seats integer not null check (seats between 1 and 5000),
    opens_at integer not null,
    closes_at integer not null,
    cancel_until integer not null,
    release_at integer,
    offer_hours integer not null check (offer_hours between 1 and 240),
    starts_at integer not null,
    ends_at integer not null,
    entries integer not null default 0,
    reason text,
    revision integer not null default 0,
    updated_at integer not null
) strict;
create index class_state on class (state, starts_at, id);
create index class_course on class (course_id);

-- sequence is iCalendar's: it rises with every change of time or place.
create table class_session (
    id blob primary key,
    class_id blob not null references class (id),
    starts_at integer not null,
    ends_at integer not null check (ends_at > starts_at),
    topic text not null,
    sequence integer not null default 0
) strict;
create index class_session_class on class_session (class_id, starts_at);

-- The seats of a class. Together they are as many as the class has; never are more taken than there are.
create table class_pool (
    class_id blob not null references class (id),
    kind text not null check (kind in ('kecamatan', 'perempuan', 'pertama_kali', 'umum')),
    place text not null,
    seats integer not null,
    taken integer not null default 0,
    primary key (class_id, kind, place),
    check (taken between 0 and seats)
) strict;

-- Who registered. entry is the place in the order of coming; pool_kind and pool_place say whose seat is held.
create table registration (
    id blob primary key,
    number text not null unique,
    token text not null unique,
    class_id blob not null references class (id),
    account_id blob references account (id),
    name text not null,
    phone text not null,
    kecamatan text not null references region (code),
    woman integer not null,
    first_time integer not null,
    pin_hash blob not null,
    state text not null check (state in
        ('terdaftar', 'daftar_tunggu', 'ditawari', 'lepas', 'keluar', 'batal', 'ditolak')),
    entry integer not null,
    pool_kind text,
    pool_place text,
    offer_until integer,
    moves integer not null default 0,
    since_at integer not null,
    created_at integer not null,
    check ((pool_kind is not null) = (state in ('terdaftar', 'ditawari'))),
    check ((offer_until is not null) = (state = 'ditawari'))
) strict;
create unique index registration_person on registration (class_id, phone)
    where state in ('terdaftar', 'daftar_tunggu', 'ditawari');
create index registration_line on registration (class_id, state, entry);
create index registration_phone on registration (phone, state);
create index registration_account on registration (account_id, created_at);

-- What opens a registration: the hash of its secret, or of a key given for a right PIN, which ends.
create table registration_key (
    key_hash blob primary key,
    registration_id blob not null references registration (id),
    expires_at integer
) strict;
create index registration_key_registration on registration_key (registration_id);

-- Everything that happened to a registration, being passed over included. note says why, in words.
create table registration_event (
    registration_id blob not null references registration (id),
    seq integer not null,
    at integer not null,
    actor blob references account (id),
    by_part text not null,
    action text not null,
    state text not null,
    note text not null,
    primary key (registration_id, seq)
) strict;

alter table outbox add column registration_id blob references registration (id);
create index outbox_registration on outbox (registration_id);
