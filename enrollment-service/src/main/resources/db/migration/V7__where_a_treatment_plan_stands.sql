-- Where an episode's treatment plan stands, as therapy says.
create table treatment_plan (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    patient_id uuid not null,
    version int, -- null while none is signed
    signed_at timestamptz,
    review_on date,
    asked_because text[] check (cardinality(asked_because) > 0 and asked_because
        <@ array['NO_PLAN_YET', 'PERIODIC', 'TRACK_CHANGED', 'SAFETY', 'NEW_DIAGNOSIS']),
    asked_by date, -- the earliest
    primary key (clinic_id, episode_id),
    check (num_nulls(version, signed_at, review_on) in (0, 3)),
    check (num_nulls(asked_because, asked_by) in (0, 2))
);
call platform.guard('treatment_plan');
