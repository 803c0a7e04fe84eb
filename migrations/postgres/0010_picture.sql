-- Uploaded pictures. detached_at: since when nothing shows it (it is removed later); has_original: whether the file as
-- uploaded is still stored; digest: of that file; reason: why it failed; claimed_until: a server is making its sizes.
alter table picture add column reason text not null default '';
alter table picture add column claimed_until bigint not null default 0;
alter table picture add column attempts bigint not null default 0;
alter table picture add column detached_at bigint;
alter table picture add column has_original boolean not null default false;
alter table picture add column digest bytea;
create index picture_detached on picture (detached_at) where detached_at is not null;
create index picture_original on picture (id) where has_original;
create index product_picture_picture on product_picture (picture_id);
create index order_line_cover on order_line (cover_id);

-- Who took or refused a buyer's proof.
alter table payment_proof add column decided_by uuid references account (id);
