-- What therapy's signed discharge summary says in codes. It may come before there is a plan, so it refers to none.
create table hand_off (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    patient_id uuid not null,
    signed_at timestamptz not null,
    said jsonb not null,
    primary key (clinic_id, episode_id)
);
call platform.guard('hand_off');
