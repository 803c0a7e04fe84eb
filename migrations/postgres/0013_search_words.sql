-- Search by whole words. What is typed may be part of a word, or mistyped: the words that are meant are chosen from
-- search_word first, which is small. The trigram index over all products' words cost ten times as much to ask.
create table search_word (
    id bigint generated always as identity primary key,
    word text not null unique
);

insert into search_word (word)
select distinct word from product cross join unnest(string_to_array(search_text, ' ')) as word where word <> '' order by word;

drop index product_search;
-- New entries go into the index at once: each search would read those that wait.
create index product_search on product using gin (to_tsvector('simple', search_text)) with (fastupdate = off) where listed;

-- The badges of a shop itself, beside those of its products.
drop index badge_usaha;
create index badge_usaha on badge (usaha_id, product_id);
