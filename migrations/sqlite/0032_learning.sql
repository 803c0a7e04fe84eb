-- What a course gives beside its sessions. body is a reading's text or the address of a page elsewhere; bytes the size of a
-- file as stored, or of a video as somebody said; stored is false while a file is on its way to the store.
create table material (
    id blob primary key,
    course_id blob not null references course (id),
    kind text not null check (kind in ('bacaan', 'berkas', 'tautan', 'video')),
    title text not null,
    public integer not null,
    body text not null,
    bytes integer,
    minutes integer,
    file_kind text check (file_kind in ('foto', 'pdf')),
    stored integer not null,
    added_at integer not null,
    check ((kind = 'berkas') = (file_kind is not null))
) strict;
create index material_course on material (course_id);

-- The quiz of a course: each change is a new version, and an attempt keeps the one that it began with. body is JSON
-- (domain::training::quiz::Quiz). course.quiz says whether the newest can be taken.
alter table course add column quiz integer not null default 0;
create table quiz (
    id blob primary key,
    course_id blob not null references course (id),
    version integer not null,
    body text not null,
    saved_at integer not null,
    saved_by blob not null references account (id),
    unique (course_id, version)
) strict;

-- An attempt: its seed gives the order of questions and choices. answers is JSON, in the quiz's own order; they are kept
-- until they are handed in, and marked then.
create table quiz_attempt (
    id blob primary key,
    quiz_id blob not null references quiz (id),
    registration_id blob not null references registration (id),
    nth integer not null,
    seed integer not null,
    started_at integer not null,
    answers text not null default '[]',
    ended_at integer,
    right_count integer not null default 0,
    passed integer not null default 0,
    unique (registration_id, nth)
) strict;
create index quiz_attempt_quiz on quiz_attempt (quiz_id);

-- What participants think of a class, without who thinks it: the registration knows only that it answered. In the order of
-- random ids, not of coming.
alter table registration add column feedback integer not null default 0;
create table class_feedback (
    id blob primary key,
    class_id blob not null references class (id),
    content integer not null check (content between 1 and 4),
    trainer integer not null check (trainer between 1 and 4),
    usefulness integer not null check (usefulness between 1 and 4),
    words text not null
) strict, without rowid;
create index class_feedback_class on class_feedback (class_id);
