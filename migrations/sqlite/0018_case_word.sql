-- The words by which officers find a case: of its applicant's name, of the business, and its number without dashes.
create table case_word (
    case_id blob not null references permit_case (id),
    word text not null,
    primary key (case_id, word)
) strict;
create index case_word_word on case_word (word, case_id);
insert into case_word
with recursive piece (case_id, word, rest) as (
    select id, '', lower(name || ' ' || subject) || ' ' from permit_case where submitted_at is not null
    union all
    select case_id, trim(substr(rest, 1, instr(rest, ' '))), substr(rest, instr(rest, ' ') + 1) from piece where rest <> ''
)
select distinct case_id, word from piece where word <> ''
union
select id, lower(replace(number, '-', '')) from permit_case where submitted_at is not null;

-- When documents, answers and phone were removed at the end of the service's retention, micro-seconds UTC.
alter table permit_case add column forgotten_at integer;
create index permit_case_kept on permit_case (service, version, updated_at)
    where forgotten_at is null and state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut');
