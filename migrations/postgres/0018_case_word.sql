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

-- One index for each list instead of one for all states: with that the latest of many thousands were sorted for each page.
-- The drawer of what is done is read in its order, and filtered from the index alone.
drop index permit_case_state;
create index permit_case_done on permit_case (updated_at, id, state, service, kecamatan, assignee)
    where state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut') and submitted_at is not null;
create index permit_case_waiting on permit_case (updated_at, id)
    where state in ('perlu_perbaikan', 'menunggu_bayar', 'dihentikan');
create index permit_case_draft on permit_case (updated_at) where submitted_at is null;
