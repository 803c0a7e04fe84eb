-- Businesses, their products, pictures and badges.
create table picture (
    id blob primary key,
    state text not null check (state in ('pending', 'ready', 'failed')),
    width integer not null,
    height integer not null,
    created_by blob references account (id),
    created_at integer not null
) strict;
create index picture_pending on picture (created_at) where state = 'pending';

create table usaha (
    id blob primary key,
    slug text not null unique,
    name text not null,
    owner_id blob not null references account (id),
    kecamatan text not null references region (code),
    desa text not null references region (code),
    address text not null,
    description text not null,
    picture_id blob references picture (id),
    opening_hours text not null,
    closed_from text,
    closed_to text,
    phone text not null,
    pickup integer not null,
    courier integer not null,
    cod integer not null,
    transfer integer not null,
    bank_name text,
    bank_account text,
    bank_holder text,
    state text not null check (state in ('pending', 'open', 'suspended')),
    state_reason text,
    created_at integer not null,
    decided_at integer,
    check (not transfer or (bank_name is not null and bank_account is not null and bank_holder is not null))
) strict;
create index usaha_owner on usaha (owner_id);
create index usaha_kecamatan on usaha (kecamatan, state);
create index usaha_state on usaha (state, created_at);

-- The shop's own courier serves a kecamatan only if it has a row here. Rupiah.
create table courier_fee (
    usaha_id blob not null references usaha (id),
    kecamatan text not null references region (code),
    fee integer not null check (fee >= 0),
    primary key (usaha_id, kecamatan)
) strict;

create table category (
    slug text primary key,
    parent text references category (slug),
    name_id text not null,
    name_en text not null,
    food integer not null,
    position integer not null,
    picture text not null,
    tint integer not null
) strict;

-- price_min, available, listed, kecamatan and cover are kept by the use cases that change what they come from:
-- the catalogue reads one table in one index order.
-- seq is the full-text index's row id (SQLite's hidden one may change on VACUUM).
create table product (
    seq integer primary key,
    id blob not null unique,
    usaha_id blob not null references usaha (id),
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
    listed integer not null,
    available integer not null,
    price_min integer not null,
    price_max integer not null,
    sold integer not null,
    cover_id blob references picture (id),
    tint integer not null,
    halal integer not null,
    pirt integer not null,
    nib integer not null,
    search_text text not null,
    created_at integer not null,
    published_at integer not null,
    updated_at integer not null
) strict;
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
    product_id blob not null references product (id),
    picture_id blob not null references picture (id),
    position integer not null,
    primary key (product_id, picture_id)
) strict;

-- option1 and option2 are the values of rasa (flavour) and ukuran (size); '' where the product has none.
create table variant (
    id blob primary key,
    product_id blob not null references product (id),
    option1 text not null,
    option2 text not null,
    price integer not null check (price > 0),
    weight_gram integer not null check (weight_gram > 0),
    position integer not null,
    archived integer not null
) strict;
create index variant_product on variant (product_id, position);

-- The database itself refuses to sell what is not there.
create table stock (
    variant_id blob primary key references variant (id),
    on_hand integer not null check (on_hand >= 0),
    reserved integer not null check (reserved >= 0),
    check (reserved <= on_hand)
) strict;

create table badge (
    id blob primary key,
    kind text not null check (kind in ('nib', 'pirt', 'bpom', 'halal', 'merek', 'binaan')),
    number text not null,
    holder text not null,
    usaha_id blob not null references usaha (id),
    product_id blob references product (id),
    valid_until text,
    state text not null check (state in ('diajukan', 'terverifikasi', 'ditolak', 'dicabut')),
    reason text,
    decided_by blob references account (id),
    decided_at integer,
    created_at integer not null
) strict;
create index badge_usaha on badge (usaha_id);
create index badge_product on badge (product_id);
create index badge_state on badge (state, created_at);
