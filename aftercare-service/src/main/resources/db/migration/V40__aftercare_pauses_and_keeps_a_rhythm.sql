-- After which episodes a plan was followed before the one it follows now, and until when: a readmission ended it.
create table plan_stint (
    clinic_id uuid not null default platform.current_clinic(),
    plan_id uuid not null,
    episode_id uuid not null,
    active_from date not null,
    paused_at timestamptz not null,
    primary key (clinic_id, plan_id, episode_id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id)
);
create index plan_stint_of_episode on plan_stint (clinic_id, episode_id, plan_id);
call platform.guard('plan_stint');

-- Who set the rhythm of a plan otherwise, and why; the reason is sealed.
create table plan_pace (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    plan_id uuid not null,
    pace text not null check (pace in ('BY_TIME', 'WEEKLY', 'TWO_WEEKLY', 'FOUR_WEEKLY', 'QUARTERLY')),
    reason text not null,
    set_by_id uuid not null,
    set_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id)
);
create index plan_pace_of_plan on plan_pace (clinic_id, plan_id, id);
call platform.guard('plan_pace');
revoke update, delete on plan_pace from "${runtime}";

-- By which ways a patient agreed to be asked, each time anew; where nobody of the staff wrote it down, the patient did.
create table plan_channels (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    plan_id uuid not null,
    channels text not null,
    written_by_id uuid,
    agreed_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id)
);
create index plan_channels_of_plan on plan_channels (clinic_id, plan_id, id);
call platform.guard('plan_channels');
revoke update, delete on plan_channels from "${runtime}";

-- Whether somebody is in treatment.
create index episode_of_patient on episode (clinic_id, patient_id);
