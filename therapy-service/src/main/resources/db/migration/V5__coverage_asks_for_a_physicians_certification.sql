-- A physician certified that the patient needs this level of care; what was signed is never changed.
create table certification (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    patient_id uuid not null,
    first_day date not null,
    last_day date not null,
    weekly_minutes int not null check (weekly_minutes >= 540),
    signer_id uuid not null,
    credentials text not null,
    signed_at timestamptz not null,
    primary key (clinic_id, id),
    check (last_day > first_day),
    constraint certified_before unique (clinic_id, episode_id, first_day)
);
call platform.guard('certification');
revoke update, delete on certification from "${runtime}";
