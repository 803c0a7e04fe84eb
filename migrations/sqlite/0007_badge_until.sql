-- A product's trust marks as the last day on which each is good ('9999-12-31' where it does not end, null without one):
-- whoever reads them compares with today, so that a mark goes out by itself.
alter table product add column halal_until text;
alter table product add column pirt_until text;
alter table product add column nib_until text;
update product set halal_until = case when halal then '9999-12-31' end,
    pirt_until = case when pirt then '9999-12-31' end, nib_until = case when nib then '9999-12-31' end;
alter table product drop column halal;
alter table product drop column pirt;
alter table product drop column nib;
