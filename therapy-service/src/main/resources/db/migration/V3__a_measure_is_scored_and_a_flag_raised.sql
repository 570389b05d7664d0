create table measure (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    instrument text not null,
    instrument_version text not null,
    taken_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by_id uuid, -- null where the patient answered it in their own account
    answers jsonb not null,
    answered_for text,
    total int,
    band text,
    prorated boolean not null,
    missing jsonb not null,
    subscales jsonb not null,
    alerts jsonb not null,
    primary key (clinic_id, id)
);
create index measure_of_patient on measure (clinic_id, patient_id, id);
create index measure_of_episode on measure (clinic_id, episode_id, instrument, taken_at);
call platform.guard('measure');

-- A flag stands until somebody clears it; raised again, it is the same flag. Whoever cleared it did so by credentials and at a level of
-- risk; that a thought was named ends with the screener.
create table safety_flag (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null default 0,
    patient_id uuid not null,
    episode_id uuid not null,
    flag text not null,
    raised_at timestamptz not null,
    last_raised_at timestamptz not null,
    screener_from timestamptz not null, -- one of before says nothing of what was raised
    times_raised int not null default 1,
    cleared_at timestamptz,
    cleared_by_id uuid,
    disposition text check (disposition in (
        'NO_ACUTE_RISK', 'SAFETY_PLAN_IN_PLACE', 'HIGHER_LEVEL_OF_CARE', 'EMERGENCY_CARE', 'SCREENER_TAKEN')),
    risk_level text check (risk_level in ('NONE', 'LOW', 'MODERATE', 'HIGH')),
    credentials text,
    assessment text, -- sealed
    primary key (clinic_id, id),
    check ((cleared_at is null) = (disposition is null)),
    check ((cleared_by_id is null) = (assessment is null)),
    check ((disposition is null or disposition = 'SCREENER_TAKEN') = (cleared_by_id is null)),
    check (risk_level is null or cleared_by_id is not null)
);
create index risk_assessed on safety_flag (clinic_id, patient_id, cleared_at) where risk_level is not null;
create unique index flag_open_once on safety_flag (clinic_id, patient_id, flag) where cleared_at is null;
create index safety_flag_of_patient on safety_flag (clinic_id, patient_id, id);
call platform.guard('safety_flag');
