-- Finds by part of a word and with a typo.
create extension if not exists pg_trgm;
create index product_search on product using gin (search_text gin_trgm_ops) where listed;
