-- The words by which officers find a case: of its applicant's name, of the business, and its number without dashes.
create table case_word (
    case_id uuid not null references permit_case (id),
    word text collate "C" not null,
    primary key (case_id, word)
);
create index case_word_word on case_word (word, case_id);
insert into case_word
select distinct id, word
from permit_case, regexp_split_to_table(lower(name || ' ' || subject), '\s+') as word
where submitted_at is not null and word <> ''
union
select id, lower(replace(number, '-', '')) from permit_case where submitted_at is not null;

-- When documents, answers and phone were removed at the end of the service's retention, micro-seconds UTC.
alter table permit_case add column forgotten_at bigint;
create index permit_case_kept on permit_case (service, version, updated_at)
    where forgotten_at is null and state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut');
