-- Which questionnaires a program asks for, and when; without a row it is what the house asks for.
create table measure_schedule (
    clinic_id uuid not null default platform.current_clinic(),
    program_id uuid not null,
    version int not null check (version > 0),
    lines jsonb not null,
    set_at timestamptz not null,
    constraint schedule_is_set_one_by_one primary key (clinic_id, program_id)
);
call platform.guard('measure_schedule');

-- How far the questionnaires of an episode were asked for.
create table measure_calendar (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    version int not null,
    patient_id uuid not null,
    started date not null,
    asked_through date not null, -- what fell due through that day was asked, or not asked any more
    discharge_on date,
    discharge_asked_for date, -- the planned day for which it was asked already
    ended_at timestamptz,
    primary key (clinic_id, episode_id)
);
call platform.guard('measure_calendar');

-- A questionnaire that somebody is to answer.
create table measure_asked (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    instrument text not null,
    asks text not null check (asks in ('PATIENT', 'STAFF')),
    occasion text not null check (occasion in (
        'WEEKLY', 'DAY_30', 'DAY_60', 'DAY_90', 'PLANNED_DISCHARGE', 'SUICIDE_ITEM')),
    due_on date not null,
    asked_at timestamptz not null,
    unanswered_since timestamptz, -- somebody's task since then
    answers_from timestamptz, -- a screener of before does not answer what was named
    status text not null check (status in ('OPEN', 'ANSWERED', 'SUPERSEDED', 'WITHDRAWN')),
    measure_id uuid,
    ended_at timestamptz,
    primary key (clinic_id, id),
    check ((status = 'OPEN') = (ended_at is null)),
    check ((status = 'ANSWERED') = (measure_id is not null)),
    check ((occasion = 'SUICIDE_ITEM') = (answers_from is not null))
);
create unique index asked_once_at_a_time on measure_asked (clinic_id, episode_id, instrument) where status = 'OPEN';
create index measure_asked_of_episode on measure_asked (clinic_id, episode_id, id);
create index measure_asked_of_patient on measure_asked (clinic_id, patient_id, instrument) where status = 'OPEN';
call platform.guard('measure_asked');

-- What came out of each questionnaire of a patient, whichever service took it.
create table scored_measure (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    service text not null,
    patient_id uuid not null,
    instrument text not null,
    total int,
    band text,
    parts jsonb not null,
    taken_at timestamptz not null,
    primary key (clinic_id, id)
);
create index scored_measure_of_patient on scored_measure (clinic_id, patient_id, instrument, taken_at, id);
call platform.guard('scored_measure');
revoke update, delete on scored_measure from "${runtime}";

-- Whether a questionnaire of an episode moves as one may expect.
create table measure_track (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    instrument text not null,
    off_since timestamptz, -- null while it does
    primary key (clinic_id, id),
    constraint followed_once unique (clinic_id, episode_id, instrument)
);
call platform.guard('measure_track');

-- Whoever is in a program when it asks for something else.
create index open_episode_of_program on episode (clinic_id, program_id, over_from) where started is not null;
