-- A patient's page opens with the newest episode.
create index newest_episode_of_patient on episode (clinic_id, patient_id, started);

-- In which stage of change a clinician saw a patient; the last day's is the current one.
create table stage_seen (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    patient_id uuid not null,
    stage text not null check (stage in (
        'PRECONTEMPLATION', 'CONTEMPLATION', 'PREPARATION', 'ACTION', 'MAINTENANCE')),
    day date not null,
    recorded_by_id uuid not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, id)
);
create index stage_seen_of_episode on stage_seen (clinic_id, episode_id, day);
call platform.guard('stage_seen');
revoke update, delete on stage_seen from "${runtime}";

-- What a patient said in a session, counted by kind.
create table change_talk (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    session_id uuid not null,
    day date not null,
    desire int not null check (desire between 0 and 500),
    ability int not null check (ability between 0 and 500),
    reasons int not null check (reasons between 0 and 500),
    need int not null check (need between 0 and 500),
    commitment int not null check (commitment between 0 and 500),
    activation int not null check (activation between 0 and 500),
    taking_steps int not null check (taking_steps between 0 and 500),
    sustain int not null check (sustain between 0 and 500),
    counted_by_id uuid not null,
    counted_at timestamptz not null,
    primary key (clinic_id, id),
    constraint talk_is_counted_once unique (clinic_id, episode_id, session_id)
);
call platform.guard('change_talk');

-- A version of a decisional balance: four lists, sealed together.
create table decisional_balance (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    patient_id uuid not null,
    version int not null check (version > 0),
    content text not null, -- sealed
    written_by_id uuid not null,
    written_at timestamptz not null,
    primary key (clinic_id, id),
    constraint balance_written_one_by_one unique (clinic_id, episode_id, version)
);
call platform.guard('decisional_balance');
revoke update, delete on decisional_balance from "${runtime}";
