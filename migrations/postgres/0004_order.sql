-- Carts, checkouts, orders and the stock they hold.
create table cart (
    id uuid primary key,
    token_hash bytea not null unique,
    account_id uuid unique references account (id),
    updated_at bigint not null
);
create index cart_updated on cart (updated_at);

-- price is what the buyer last saw, to show what changed.
create table cart_line (
    cart_id uuid not null references cart (id),
    variant_id uuid not null references variant (id),
    quantity bigint not null check (quantity > 0),
    price bigint not null,
    added_at bigint not null,
    primary key (cart_id, variant_id)
);

-- One submitted checkout. token is the form's: sending it twice finds the same group.
create table checkout_group (
    id uuid primary key,
    token text not null unique,
    account_id uuid references account (id),
    buyer_name text not null,
    buyer_phone text not null,
    kecamatan text,
    desa text,
    address text not null,
    landmark text not null,
    pin_hash bytea not null,
    secret_hash bytea not null unique,
    created_at bigint not null
);
create index checkout_group_account on checkout_group (account_id, created_at);

create table shop_order (
    id uuid primary key,
    number text not null unique,
    group_id uuid not null references checkout_group (id),
    usaha_id uuid not null references usaha (id),
    phone_last4 text not null,
    status text not null check (status in ('menunggu_pembayaran', 'dibayar', 'kedaluwarsa', 'dibatalkan', 'bayar_terlambat', 'diproses', 'siap_diambil', 'dikirim', 'diterima', 'selesai', 'retur_diajukan', 'retur_disetujui', 'retur_ditolak', 'dana_kembali')),
    paid boolean not null,
    delivery text not null check (delivery in ('ambil_di_toko', 'kurir_toko')),
    payment text not null check (payment in ('cod', 'bayar_saat_ambil', 'transfer_bank')),
    subtotal bigint not null check (subtotal > 0),
    delivery_fee bigint not null check (delivery_fee >= 0),
    total bigint not null,
    pay_by bigint,
    accept_by bigint,
    complete_by bigint,
    accepted_at bigint,
    courier text not null default '',
    receipt_number text not null default '',
    cancelled_by text check (cancelled_by in ('pembeli', 'penjual', 'sistem', 'petugas')),
    cancel_reason text not null default '',
    created_at bigint not null,
    updated_at bigint not null,
    check (total = subtotal + delivery_fee)
);
create index shop_order_group on shop_order (group_id);
create index shop_order_usaha on shop_order (usaha_id, status, created_at desc);
create index shop_order_created on shop_order (created_at);

-- Names and prices are frozen here: an order shows what was bought, whatever the product becomes.
create table order_line (
    order_id uuid not null references shop_order (id),
    variant_id uuid not null references variant (id),
    position bigint not null,
    product_name text not null,
    product_slug text not null,
    variant_label text not null,
    cover_id uuid references picture (id),
    tint bigint not null,
    price bigint not null,
    quantity bigint not null check (quantity > 0),
    primary key (order_id, variant_id)
);

create table order_event (
    id uuid primary key,
    order_id uuid not null references shop_order (id),
    at bigint not null,
    by_role text not null check (by_role in ('pembeli', 'penjual', 'sistem', 'petugas')),
    by_account uuid references account (id),
    action text not null,
    status text not null,
    note text not null default ''
);
create index order_event_order on order_event (order_id, id);

create table reservation (
    order_id uuid not null references shop_order (id),
    variant_id uuid not null references stock (variant_id),
    quantity bigint not null check (quantity > 0),
    state text not null check (state in ('active', 'released', 'sold')),
    primary key (order_id, variant_id)
);
create index reservation_variant on reservation (variant_id) where state = 'active';

-- The ledger behind stock: on_hand is always the sum of adjust and sale.
create table stock_movement (
    id uuid primary key,
    variant_id uuid not null references stock (variant_id),
    kind text not null check (kind in ('adjust', 'reserve', 'release', 'sale')),
    quantity bigint not null,
    order_id uuid references shop_order (id),
    at bigint not null
);
create index stock_movement_variant on stock_movement (variant_id, at);

-- A buyer's picture of a bank transfer. Uploaded is not paid: the seller decides.
create table payment_proof (
    id uuid primary key,
    order_id uuid not null references shop_order (id),
    file text not null,
    uploaded_at bigint not null,
    state text not null check (state in ('menunggu', 'diterima', 'ditolak')),
    reason text not null default '',
    decided_at bigint
);
create index payment_proof_order on payment_proof (order_id, uploaded_at);
