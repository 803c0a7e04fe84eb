-- Finds by part of a word and with a typo: the trigram index over product.search_text, kept by triggers.
create virtual table product_search using fts5 (search_text, content = 'product', content_rowid = 'seq', tokenize = 'trigram');

create trigger product_search_insert after insert on product begin
    insert into product_search (rowid, search_text) values (new.seq, new.search_text);
end;
create trigger product_search_delete after delete on product begin
    insert into product_search (product_search, rowid, search_text) values ('delete', old.seq, old.search_text);
end;
create trigger product_search_update after update of search_text on product begin
    insert into product_search (product_search, rowid, search_text) values ('delete', old.seq, old.search_text);
    insert into product_search (rowid, search_text) values (new.seq, new.search_text);
end;
