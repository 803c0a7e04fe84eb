-- Carts, checkouts, orders and the stock they hold.
create table cart (
    id blob primary key,
    token_hash blob not null unique,
    account_id blob unique references account (id),
    updated_at integer not null
) strict;
create index cart_updated on cart (updated_at);

-- price is what the buyer last saw, to show what changed.
create table cart_line (
    cart_id blob not null references cart (id),
    variant_id blob not null references variant (id),
    quantity integer not null check (quantity > 0),
    price integer not null,
    added_at integer not null,
    primary key (cart_id, variant_id)
) strict;

-- One submitted checkout. token is the form's: sending it twice finds the same group.
create table checkout_group (
    id blob primary key,
    token text not null unique,
    account_id blob references account (id),
    buyer_name text not null,
    buyer_phone text not null,
    kecamatan text,
    desa text,
    address text not null,
    landmark text not null,
    pin_hash blob not null,
    secret_hash blob not null unique,
    created_at integer not null
) strict;
create index checkout_group_account on checkout_group (account_id, created_at);

create table shop_order (
    id blob primary key,
    number text not null unique,
    group_id blob not null references checkout_group (id),
    usaha_id blob not null references usaha (id),
    phone_last4 text not null,
    status text not null check (status in ('menunggu_pembayaran', 'dibayar', 'kedaluwarsa', 'dibatalkan', 'bayar_terlambat', 'diproses', 'siap_diambil', 'dikirim', 'diterima', 'selesai', 'retur_diajukan', 'retur_disetujui', 'retur_ditolak', 'dana_kembali')),
    paid integer not null,
    delivery text not null check (delivery in ('ambil_di_toko', 'kurir_toko')),
    payment text not null check (payment in ('cod', 'bayar_saat_ambil', 'transfer_bank')),
    subtotal integer not null check (subtotal > 0),
    delivery_fee integer not null check (delivery_fee >= 0),
    total integer not null,
    pay_by integer,
    accept_by integer,
    complete_by integer,
    accepted_at integer,
    courier text not null default '',
    receipt_number text not null default '',
    cancelled_by text check (cancelled_by in ('pembeli', 'penjual', 'sistem', 'petugas')),
    cancel_reason text not null default '',
    created_at integer not null,
    updated_at integer not null,
    check (total = subtotal + delivery_fee)
) strict;
create index shop_order_group on shop_order (group_id);
create index shop_order_usaha on shop_order (usaha_id, status, created_at desc);
create index shop_order_created on shop_order (created_at);

-- Names and prices are frozen here: an order shows what was bought, whatever the product becomes.
create table order_line (
    order_id blob not null references shop_order (id),
    variant_id blob not null references variant (id),
    position integer not null,
    product_name text not null,
    product_slug text not null,
    variant_label text not null,
    cover_id blob references picture (id),
    tint integer not null,
    price integer not null,
    quantity integer not null check (quantity > 0),
    primary key (order_id, variant_id)
) strict;

create table order_event (
    id blob primary key,
    order_id blob not null references shop_order (id),
    at integer not null,
    by_role text not null check (by_role in ('pembeli', 'penjual', 'sistem', 'petugas')),
    by_account blob references account (id),
    action text not null,
    status text not null,
    note text not null default ''
) strict;
create index order_event_order on order_event (order_id, id);

create table reservation (
    order_id blob not null references shop_order (id),
    variant_id blob not null references stock (variant_id),
    quantity integer not null check (quantity > 0),
    state text not null check (state in ('active', 'released', 'sold')),
    primary key (order_id, variant_id)
) strict;
create index reservation_variant on reservation (variant_id) where state = 'active';

-- The ledger behind stock: on_hand is always the sum of adjust and sale.
create table stock_movement (
    id blob primary key,
    variant_id blob not null references stock (variant_id),
    kind text not null check (kind in ('adjust', 'reserve', 'release', 'sale')),
    quantity integer not null,
    order_id blob references shop_order (id),
    at integer not null
) strict;
create index stock_movement_variant on stock_movement (variant_id, at);

-- A buyer's picture of a bank transfer. Uploaded is not paid: the seller decides.
create table payment_proof (
    id blob primary key,
    order_id blob not null references shop_order (id),
    file text not null,
    uploaded_at integer not null,
    state text not null check (state in ('menunggu', 'diterima', 'ditolak')),
    reason text not null default '',
    decided_at integer
) strict;
create index payment_proof_order on payment_proof (order_id, uploaded_at);
