-- Records of patients that were merged into another record of the same person. A chain is one step long: whoever the survivor
-- is merged into takes its duplicates along.
create table platform.merged_patient (
    clinic_id uuid not null default platform.current_clinic(),
    duplicate_id uuid not null,
    survivor_id uuid not null,
    merged_at timestamptz not null,
    primary key (clinic_id, duplicate_id),
    check (duplicate_id <> survivor_id)
);
call platform.guard('platform.merged_patient');
create index duplicates_of_a_patient on platform.merged_patient (clinic_id, survivor_id, duplicate_id);
grant select, insert, update on platform.merged_patient to "${runtime}";
