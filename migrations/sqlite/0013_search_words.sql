-- Search by whole words. What is typed may be part of a word, or mistyped: the words that are meant are chosen from
-- search_word first, which is small. The trigram index over all products' words cost ten times as much to ask.
create table search_word (
    id integer primary key,
    word text not null unique
) strict;

insert or ignore into search_word (word)
with recursive split (word, rest) as (
    select '', search_text || ' ' from product
    union all
    select substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) from split where rest <> ''
)
select distinct word from split where word <> '' order by word;

drop table product_search;
-- The text is normalised: what is not a space belongs to a word.
create virtual table product_search using fts5 (
    search_text, content = 'product', content_rowid = 'seq', tokenize = 'ascii', detail = none
);
insert into product_search (product_search) values ('rebuild');

-- The badges of a shop itself, beside those of its products.
drop index badge_usaha;
create index badge_usaha on badge (usaha_id, product_id);
