-- One shop per account: two forms sent at once open one. The index of 0003 is not unique.
drop index usaha_owner;
create unique index usaha_owner_id_key on usaha (owner_id);
