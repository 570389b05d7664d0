-- What therapy knows from the events of others. Any of them may come first, so nothing here refers to anything.
create table patient (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    contact text, -- sealed as enrollment sent it
    primary_clinician_id uuid, -- whose work it is
    primary key (clinic_id, id)
);
call platform.guard('patient');

create table program (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    since date not null, -- until the next one
    note_due_hours int not null,
    recertification_days int not null, -- how long a certification stands
    plan_days int not null, -- by when a plan is signed
    plan_review_days int not null, -- and when it is looked at again
    primary key (clinic_id, id, since)
);
call platform.guard('program');

create table episode (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    program_id uuid,
    started date,
    ended date,
    over_from date not null default 'infinity', -- the first day on which nothing is asked for any more
    held_from date, -- since when the patient is away, and when they are back; of several times, the last
    back_on date,
    primary key (clinic_id, id),
    check ((ended is null) = (over_from = 'infinity'))
);
call platform.guard('episode');

create table staff (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    credentials text[] not null,
    active boolean not null,
    supervisor_id uuid, -- who answers for their work, and co-signs notes of those who do not practise independently
    primary key (clinic_id, id)
);
call platform.guard('staff');

create table session (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    modality text not null,
    in_group boolean not null,
    date date not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    facilitators uuid[] not null,
    status text not null check (status in ('SCHEDULED', 'CANCELLED', 'CLOSED')),
    said_at timestamptz not null,
    primary key (clinic_id, id)
);
call platform.guard('session');

-- The newest version of each attendance.
create table attendance (
    clinic_id uuid not null default platform.current_clinic(),
    session_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    version int not null,
    status text not null check (status in (
        'PRESENT', 'LATE', 'LEFT_EARLY', 'TELEHEALTH', 'EXCUSED', 'UNEXCUSED', 'NO_SHOW', 'CANCELLED_BY_PROGRAM')),
    date date not null,
    starts_at timestamptz not null,
    attended boolean not null,
    minutes int not null,
    primary key (clinic_id, session_id, patient_id)
);
create index attendance_of_episode on attendance (clinic_id, episode_id);
create index attendance_of_patient on attendance (clinic_id, patient_id);
call platform.guard('attendance');
