-- The figures of cases that ended, without anything about a person: /transparansi reads nothing else. Written with the
-- end, and worked out anew from the events where it is missing. month is text as 2026-11.
create table case_outcome (
    case_id uuid primary key references permit_case (id),
    service text not null,
    month text not null,
    ending text not null check (ending in ('terbit', 'ditolak', 'ditarik')),
    charged bigint not null,
    on_time boolean not null,
    pauses bigint not null,
    paused_days bigint not null,
    reason_code text
);
create index case_outcome_month on case_outcome (month, service, ending, on_time, charged, pauses, paused_days);

-- Answers of the survey (SKM): nobody's. That somebody has answered stands in the case; which answers are theirs nowhere.
create table survey_answer (
    id uuid primary key,
    service text not null,
    month text not null,
    u1 bigint not null check (u1 between 1 and 4),
    u2 bigint not null check (u2 between 1 and 4),
    u3 bigint not null check (u3 between 1 and 4),
    u4 bigint not null check (u4 between 1 and 4),
    u5 bigint not null check (u5 between 1 and 4),
    u6 bigint not null check (u6 between 1 and 4),
    u7 bigint not null check (u7 between 1 and 4),
    u8 bigint not null check (u8 between 1 and 4),
    u9 bigint not null check (u9 between 1 and 4)
);
create index survey_answer_month on survey_answer (month, service);
alter table permit_case add column surveyed boolean not null default false;
create index permit_case_submitted on permit_case (submitted_at, service) where submitted_at is not null;
