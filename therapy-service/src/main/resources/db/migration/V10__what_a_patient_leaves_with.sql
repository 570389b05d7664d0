-- What a program is called, and the level of care that it gives.
create table program_name (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    name text not null,
    level text, -- until it is told
    primary key (clinic_id, id)
);
call platform.guard('program_name');

-- All that a patient is diagnosed with now.
create table diagnosis (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    code text not null,
    severity text check (severity in ('MILD', 'MODERATE', 'SEVERE')),
    since timestamptz not null,
    primary key (clinic_id, id)
);
create index diagnosis_of_patient on diagnosis (clinic_id, patient_id);
call platform.guard('diagnosis');

create index note_part_owed on note_part (clinic_id, episode_id) where present and signed_at is null;

-- A version of a patient's own plan for not going back to using.
create table relapse_plan (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    patient_id uuid not null,
    version int not null check (version > 0),
    content text not null, -- sealed
    written_by_id uuid, -- null where the patient wrote it alone
    written_at timestamptz not null,
    primary key (clinic_id, id),
    constraint relapse_plan_written_one_by_one unique (clinic_id, episode_id, version)
);
create index relapse_plan_of_patient on relapse_plan (clinic_id, patient_id, id);
call platform.guard('relapse_plan');
revoke update, delete on relapse_plan from "${runtime}";

-- What a patient leaves an episode with. How it ends is what enrollment says; the rest is what people wrote and signed.
create table discharge_summary (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    version int not null,
    patient_id uuid not null,
    status text not null check (status in ('DRAFT', 'SIGNED', 'WITHDRAWN')),
    last_day date, -- planned, until they have left; none where they stay after all
    has_left boolean,
    reason text,
    waiver text,
    next_level text,
    due_on date,
    asked_at timestamptz,
    overdue_at timestamptz,
    corrected_at timestamptz,
    content text, -- sealed
    facts text, -- sealed, as they were when somebody signed
    author_id uuid,
    changed_at timestamptz not null,
    signed_at timestamptz,
    signed_by_id uuid,
    credentials text,
    cosignature_needed boolean not null,
    cosigned_at timestamptz,
    cosigned_by_id uuid,
    cosigner_credentials text,
    hash text,
    primary key (clinic_id, episode_id),
    check (num_nulls(last_day, has_left, reason, due_on) in (0, 4)),
    check ((content is null) = (author_id is null)),
    check (num_nulls(signed_at, signed_by_id, credentials, facts) in (0, 4)),
    check (num_nulls(cosigned_at, cosigned_by_id, cosigner_credentials) in (0, 3)),
    check (cosigned_by_id <> signed_by_id),
    check (cosigned_at is null or cosignature_needed),
    check (status <> 'WITHDRAWN' or (content is null and last_day is null)),
    check (overdue_at is null or (status = 'DRAFT' and has_left)),
    check ((status = 'SIGNED') = (hash is not null)),
    check (hash is null or (content is not null and signed_at is not null and has_left
        and (not cosignature_needed or cosigned_at is not null)))
);
create index discharge_summary_owed on discharge_summary (clinic_id, episode_id)
    where status = 'DRAFT' and last_day is not null;
create index discharge_summary_late on discharge_summary (clinic_id, episode_id) where overdue_at is not null;
call platform.guard('discharge_summary');
revoke delete on discharge_summary from "${runtime}";

-- What is signed stays as it was signed; how the episode ended may be said otherwise afterwards.
create function refuse_change_of_a_discharge_summary() returns trigger
    language plpgsql as
$$
begin
    raise exception using
        errcode = 'check_violation', constraint = 'summary_is_locked', message = 'a signed discharge summary does not change';
end
$$;

create trigger signed_discharge_summary_stays
    before update on discharge_summary
    for each row
    when (old.hash is not null and (
        old.episode_id, old.patient_id, old.status, old.content, old.facts, old.author_id, old.changed_at, old.signed_at,
        old.signed_by_id, old.credentials, old.cosignature_needed, old.cosigned_at, old.cosigned_by_id,
        old.cosigner_credentials, old.hash) is distinct from (
        new.episode_id, new.patient_id, new.status, new.content, new.facts, new.author_id, new.changed_at, new.signed_at,
        new.signed_by_id, new.credentials, new.cosignature_needed, new.cosigned_at, new.cosigned_by_id,
        new.cosigner_credentials, new.hash))
execute function refuse_change_of_a_discharge_summary();

create table discharge_summary_addendum (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    text text not null, -- sealed
    written_at timestamptz not null,
    written_by_id uuid not null,
    credentials text not null,
    hash text not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, episode_id) references discharge_summary (clinic_id, episode_id)
);
create index discharge_summary_addendum_of_episode on discharge_summary_addendum (clinic_id, episode_id, id);
call platform.guard('discharge_summary_addendum');
revoke update, delete on discharge_summary_addendum from "${runtime}";
