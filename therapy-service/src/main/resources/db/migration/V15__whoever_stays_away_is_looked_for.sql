-- Who stays away is seen in the order of the sessions.
create index attendance_in_order on attendance (clinic_id, episode_id, starts_at);

-- A run of absence: from the first session missed until somebody heard of the patient.
create table absence_run (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    began_on date not null,
    last_missed_at timestamptz not null, -- when the last session that was missed began
    ended_at timestamptz,
    ended_because text check (ended_because in ('ATTENDED', 'REACHED', 'EXPLAINED', 'AWAY', 'DISCHARGED')),
    primary key (clinic_id, id),
    check ((ended_at is null) = (ended_because is null))
);
create unique index one_run_at_a_time on absence_run (clinic_id, episode_id) where ended_at is null;
create index absence_run_of_episode on absence_run (clinic_id, episode_id, id);
call platform.guard('absence_run');

-- That somebody tried to reach a patient, and how it went.
create table outreach_attempt (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    made_at timestamptz not null,
    way text not null check (way in ('PHONE', 'TEXT_MESSAGE', 'EMAIL', 'LETTER', 'VISIT', 'IN_PERSON')),
    outcome text not null check (outcome in (
        'REACHED', 'LEFT_NEUTRAL_MESSAGE', 'NO_ANSWER', 'WRONG_NUMBER', 'OTHERS_LOOK_AFTER')),
    note text, -- sealed
    recorded_by_id uuid not null,
    recorded_at timestamptz not null,
    taken_back_at timestamptz,
    primary key (clinic_id, id)
);
create index outreach_attempt_of_episode on outreach_attempt (clinic_id, episode_id, made_at, id);
call platform.guard('outreach_attempt');

-- A step of the ladder that somebody is to take.
create table outreach_step (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    run_id uuid not null,
    episode_id uuid not null,
    patient_id uuid not null,
    rung text not null check (rung in (
        'SAME_DAY_CONTACT', 'THERAPIST_CALL', 'WELFARE_CHECK', 'TEAM_REVIEW', 'CERTIFIED_LETTER', 'DISCHARGE_PROPOSAL')),
    because text not null check (because in (
        'MISSED', 'SECOND_IN_A_WEEK', 'SUICIDE_RISK', 'OPIOIDS_FOUND', 'THREE_IN_A_ROW', 'ATTENDED_TOO_LITTLE', 'NO_CONTACT')),
    since timestamptz not null, -- when the session began whose absence asks for it
    day date not null,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    status text not null check (status in ('OPEN', 'DONE', 'DECIDED_AGAINST', 'SUPERSEDED', 'WITHDRAWN')),
    attempt_id uuid, -- that did it
    said text, -- sealed: what was decided
    ended_at timestamptz,
    ended_by_id uuid,
    primary key (clinic_id, id),
    foreign key (clinic_id, run_id) references absence_run (clinic_id, id),
    foreign key (clinic_id, attempt_id) references outreach_attempt (clinic_id, id),
    check ((status = 'OPEN') = (ended_at is null)),
    check (status not in ('DONE', 'DECIDED_AGAINST') or (ended_by_id is not null and (attempt_id is null) <> (said is null)))
);
create unique index each_step_once on outreach_step (clinic_id, run_id, rung)
    where status <> 'WITHDRAWN' and rung not in ('SAME_DAY_CONTACT', 'WELFARE_CHECK');
create unique index each_step_once_a_day on outreach_step (clinic_id, run_id, rung, day)
    where status <> 'WITHDRAWN' and rung in ('SAME_DAY_CONTACT', 'WELFARE_CHECK');
create index outreach_step_of_run on outreach_step (clinic_id, run_id, id);
create index outreach_step_open on outreach_step (clinic_id, episode_id) where status = 'OPEN';
create index done_by_attempt on outreach_step (clinic_id, attempt_id) where attempt_id is not null;
create index team_reviewed on outreach_step (clinic_id, episode_id, ended_at) where rung = 'TEAM_REVIEW' and status = 'DONE';
call platform.guard('outreach_step');
