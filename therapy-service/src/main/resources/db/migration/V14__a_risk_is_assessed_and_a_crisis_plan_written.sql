-- Who cleared a flag, by which credentials and at which level of risk; that a thought was named ends with the screener.
alter table safety_flag
    drop constraint safety_flag_disposition_check,
    drop constraint safety_flag_check, -- who cleared it
    drop constraint safety_flag_check2, -- the assessment
    add column risk_level text check (risk_level in ('NONE', 'LOW', 'MODERATE', 'HIGH')),
    add column credentials text,
    add check (disposition in (
        'NO_ACUTE_RISK', 'SAFETY_PLAN_IN_PLACE', 'HIGHER_LEVEL_OF_CARE', 'EMERGENCY_CARE', 'SCREENER_TAKEN')),
    add check ((cleared_by_id is null) = (assessment is null)),
    add check ((disposition is null or disposition = 'SCREENER_TAKEN') = (cleared_by_id is null)),
    add check (risk_level is null or cleared_by_id is not null);
create index risk_assessed on safety_flag (clinic_id, patient_id, cleared_at) where risk_level is not null;

-- A version of what a patient does, and whom they ask, when it gets hard; what it says is sealed.
create table crisis_plan (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    version int not null check (version > 0),
    content text not null, -- sealed
    written_by_id uuid not null,
    written_at timestamptz not null,
    primary key (clinic_id, id),
    constraint crisis_plan_written_one_by_one unique (clinic_id, patient_id, version)
);
create index crisis_plan_of_patient on crisis_plan (clinic_id, patient_id, id);
call platform.guard('crisis_plan');
revoke update, delete on crisis_plan from "${runtime}";
