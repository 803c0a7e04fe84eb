-- Businesses, their products, pictures and badges.
create table picture (
    id uuid primary key,
    state text not null check (state in ('pending', 'ready', 'failed')),
    width bigint not null,
    height bigint not null,
    created_by uuid references account (id),
    created_at bigint not null
);
create index picture_pending on picture (created_at) where state = 'pending';

create table usaha (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    owner_id uuid not null references account (id),
    kecamatan text not null references region (code),
    desa text not null references region (code),
    address text not null,
    description text not null,
    picture_id uuid references picture (id),
    opening_hours text not null,
    closed_from text,
    closed_to text,
    phone text not null,
    pickup boolean not null,
    courier boolean not null,
    cod boolean not null,
    transfer boolean not null,
    bank_name text,
    bank_account text,
    bank_holder text,
    state text not null check (state in ('pending', 'open', 'suspended')),
    state_reason text,
    created_at bigint not null,
    decided_at bigint,
    check (not transfer or (bank_name is not null and bank_account is not null and bank_holder is not null))
);
create index usaha_owner on usaha (owner_id);
create index usaha_kecamatan on usaha (kecamatan, state);
create index usaha_state on usaha (state, created_at);

-- The shop's own courier serves a kecamatan only if it has a row here. Rupiah.
create table courier_fee (
    usaha_id uuid not null references usaha (id),
    kecamatan text not null references region (code),
    fee bigint not null check (fee >= 0),
    primary key (usaha_id, kecamatan)
);

create table category (
    slug text primary key,
    parent text references category (slug),
    name_id text not null,
    name_en text not null,
    food boolean not null,
    position bigint not null,
    picture text not null,
    tint bigint not null
);

-- price_min, available, listed, kecamatan and cover are kept by the use cases that change what they come from:
-- the catalogue reads one table in one index order.
-- seq is the full-text index's row id (SQLite's hidden one may change on VACUUM).
create table product (
    seq bigint generated always as identity primary key,
    id uuid not null unique,
    usaha_id uuid not null references usaha (id),
    slug text not null unique,
    category text not null references category (slug),
    category_root text not null references category (slug),
    name text not null,
    description text not null,
    composition text not null,
    net_weight text not null,
    shelf_life text not null,
    state text not null check (state in ('draft', 'published', 'archived')),
    kecamatan text not null,
    listed boolean not null,
    available boolean not null,
    price_min bigint not null,
    price_max bigint not null,
    sold bigint not null,
    cover_id uuid references picture (id),
    tint bigint not null,
    halal boolean not null,
    pirt boolean not null,
    nib boolean not null,
    search_text text not null,
    created_at bigint not null,
    published_at bigint not null,
    updated_at bigint not null
);
create index product_usaha on product (usaha_id, state);
create index product_newest on product (published_at desc, id desc) where listed;
create index product_cheapest on product (price_min, id) where listed;
create index product_sold on product (sold desc, id desc) where listed;
create index product_root_newest on product (category_root, published_at desc, id desc) where listed;
create index product_root_sold on product (category_root, sold desc, id desc) where listed;
create index product_root_price on product (category_root, price_min, id) where listed;
create index product_category_sold on product (category, sold desc, id desc) where listed;
create index product_kecamatan_sold on product (kecamatan, sold desc, id desc) where listed;

create table product_picture (
    product_id uuid not null references product (id),
    picture_id uuid not null references picture (id),
    position bigint not null,
    primary key (product_id, picture_id)
);

-- option1 and option2 are the values of rasa (flavour) and ukuran (size); '' where the product has none.
create table variant (
    id uuid primary key,
    product_id uuid not null references product (id),
    option1 text not null,
    option2 text not null,
    price bigint not null check (price > 0),
    weight_gram bigint not null check (weight_gram > 0),
    position bigint not null,
    archived boolean not null
);
create index variant_product on variant (product_id, position);

-- The database itself refuses to sell what is not there.
create table stock (
    variant_id uuid primary key references variant (id),
    on_hand bigint not null check (on_hand >= 0),
    reserved bigint not null check (reserved >= 0),
    check (reserved <= on_hand)
);

create table badge (
    id uuid primary key,
    kind text not null check (kind in ('nib', 'pirt', 'bpom', 'halal', 'merek', 'binaan')),
    number text not null,
    holder text not null,
    usaha_id uuid not null references usaha (id),
    product_id uuid references product (id),
    valid_until text,
    state text not null check (state in ('diajukan', 'terverifikasi', 'ditolak', 'dicabut')),
    reason text,
    decided_by uuid references account (id),
    decided_at bigint,
    created_at bigint not null
);
create index badge_usaha on badge (usaha_id);
create index badge_product on badge (product_id);
create index badge_state on badge (state, created_at);
