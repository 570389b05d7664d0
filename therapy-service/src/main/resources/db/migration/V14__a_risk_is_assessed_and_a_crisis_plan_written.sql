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
