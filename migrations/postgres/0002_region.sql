-- Kemendagri codes: regency 36.03, kecamatan 36.03.20, desa or kelurahan 36.03.20.2001.
create table region (
    code text primary key,
    parent text references region (code),
    name text not null,
    postcode text
);
create index region_parent on region (parent, name);
