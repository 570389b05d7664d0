create table readiness (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    patient_id uuid not null,
    ready_since timestamptz not null,
    decided_by_id uuid not null,
    constraint ready_already primary key (clinic_id, episode_id)
);
call platform.guard('readiness');
