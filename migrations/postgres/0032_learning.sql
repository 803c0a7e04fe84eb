-- What a course gives beside its sessions. body is a reading's text or the address of a page elsewhere; bytes the size of a
-- file as stored, or of a video as somebody said; stored is false while a file is on its way to the store.
create table material (
    id uuid primary key,
    course_id uuid not null references course (id),
    kind text not null check (kind in ('bacaan', 'berkas', 'tautan', 'video')),
    title text not null,
    public boolean not null,
    body text not null,
    bytes bigint,
    minutes bigint,
    file_kind text check (file_kind in ('foto', 'pdf')),
    stored boolean not null,
    added_at bigint not null,
    check ((kind = 'berkas') = (file_kind is not null))
);
create index material_course on material (course_id);

-- The quiz of a course: each change is a new version, and an attempt keeps the one that it began with. body is JSON
-- (domain::training::quiz::Quiz). course.quiz says whether the newest can be taken.
alter table course add column quiz boolean not null default false;
create table quiz (
    id uuid primary key,
    course_id uuid not null references course (id),
    version bigint not null,
    body text not null,
    saved_at bigint not null,
    saved_by uuid not null references account (id),
    unique (course_id, version)
);

-- An attempt: its seed gives the order of questions and choices. answers is JSON, in the quiz's own order; they are kept
-- until they are handed in, and marked then.
create table quiz_attempt (
    id uuid primary key,
    quiz_id uuid not null references quiz (id),
    registration_id uuid not null references registration (id),
    nth bigint not null,
    seed bigint not null,
    started_at bigint not null,
    answers text not null default '[]',
    ended_at bigint,
    right_count bigint not null default 0,
    passed boolean not null default false,
    unique (registration_id, nth)
);
create index quiz_attempt_quiz on quiz_attempt (quiz_id);

-- What participants think of a class, without who thinks it: the registration knows only that it answered.
alter table registration add column feedback boolean not null default false;
create table class_feedback (
    id uuid primary key,
    class_id uuid not null references class (id),
    content bigint not null check (content between 1 and 4),
    trainer bigint not null check (trainer between 1 and 4),
    usefulness bigint not null check (usefulness between 1 and 4),
    words text not null
);
create index class_feedback_class on class_feedback (class_id);
