-- Which weekly therapy a plan goes on with: here, with whom; or elsewhere, with a therapist who is sealed; or none.
create table weekly_therapy (
    clinic_id uuid not null default platform.current_clinic(),
    plan_id uuid not null,
    version int not null,
    patient_id uuid not null,
    place text not null check (place in ('HERE', 'ELSEWHERE', 'NONE')),
    clinician_id uuid,
    therapist text,
    starts_on date,
    written_by_id uuid,
    said_at timestamptz not null,
    constraint one_weekly_therapy_per_plan primary key (clinic_id, plan_id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id),
    check ((place = 'NONE') = (starts_on is null)),
    check (clinician_id is null or place = 'HERE'),
    check (therapist is null or place = 'ELSEWHERE')
);
call platform.guard('weekly_therapy');

-- Which visits scheduling was asked for after an episode, with the version that was said last: one a week from a day on, or none where there
-- is no day.
create table visits_said (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    plan_id uuid not null,
    patient_id uuid not null,
    version int not null,
    starts_on date,
    clinician_id uuid,
    primary key (clinic_id, episode_id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id),
    check (clinician_id is null or starts_on is not null)
);
create index visits_said_of_plan on visits_said (clinic_id, plan_id);
call platform.guard('visits_said');

-- Which days of therapy were kept or missed: as patients and staff tell, also in a check-in, or as scheduling counted them. The newest word on a day of a
-- source holds.
create table therapy_day (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    day date not null,
    source text not null check (source in ('PATIENT', 'STAFF', 'CHECK_IN', 'ATTENDANCE')),
    session_id uuid not null,
    version int not null,
    kept boolean not null,
    written_by_id uuid,
    said_at timestamptz not null,
    primary key (clinic_id, patient_id, day, session_id)
);
call platform.guard('therapy_day');
