-- Which fellowships a patient chose; the last one is the current one, and nobody asks why. Where nobody of the staff wrote
-- something down, the patient did.
create table fellowship_choice (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    patient_id uuid not null,
    choice text not null check (choice in ('TWELVE_STEP', 'SECULAR', 'BOTH', 'NEITHER')),
    written_by_id uuid,
    chosen_at timestamptz not null,
    primary key (clinic_id, id)
);
create index fellowship_choice_of_episode on fellowship_choice (clinic_id, episode_id, chosen_at);
call platform.guard('fellowship_choice');
revoke update, delete on fellowship_choice from "${runtime}";

-- By which topic a session prepared a patient.
create table facilitation (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    session_id uuid not null,
    day date not null,
    topic text not null check (topic in (
        'INTRODUCTION_AND_ASSESSMENT', 'ACCEPTANCE', 'PEOPLE_PLACES_ROUTINES', 'SURRENDER', 'GETTING_ACTIVE',
        'GENOGRAM', 'ENABLING', 'EMOTIONS', 'MORAL_INVENTORY', 'RELATIONSHIPS',
        'CONJOINT_ENABLING', 'CONJOINT_DETACHING', 'TERMINATION')),
    recorded_by_id uuid not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, id),
    constraint facilitation_has_one_topic unique (clinic_id, episode_id, session_id)
);
call platform.guard('facilitation');

-- How far a patient says to be with a step of a fellowship's program.
create table step_work (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    fellowship text not null,
    step int not null check (step between 1 and 20),
    begun_at timestamptz,
    worked_at timestamptz,
    written_by_id uuid,
    primary key (clinic_id, id),
    constraint step_is_told_once unique (clinic_id, episode_id, fellowship, step),
    check (worked_at is null or begun_at is not null)
);
call platform.guard('step_work');

-- A meeting that a patient says to have tried: no place, no names.
create table meeting_tried (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    patient_id uuid not null,
    day date not null,
    fellowship text not null,
    format text not null check (format in ('IN_PERSON', 'ONLINE')),
    home_group boolean not null,
    written_by_id uuid,
    told_at timestamptz not null,
    taken_back_at timestamptz,
    primary key (clinic_id, id)
);
create index meeting_tried_of_episode on meeting_tried (clinic_id, episode_id, day) where taken_back_at is null;
create index meeting_tried_of_patient on meeting_tried (clinic_id, patient_id, day) where taken_back_at is null;
call platform.guard('meeting_tried');

-- Whom a patient has in a fellowship now, as aftercare says it; what they are called is sealed, as it came.
create table fellowship_ties (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    sponsor_since date,
    home_group_since date,
    names text,
    said_at timestamptz not null,
    primary key (clinic_id, patient_id),
    check ((names is null) = (sponsor_since is null and home_group_since is null))
);
call platform.guard('fellowship_ties');
