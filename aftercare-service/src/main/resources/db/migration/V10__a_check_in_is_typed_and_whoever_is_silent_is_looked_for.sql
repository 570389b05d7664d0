-- What was typed of a check-in that is not sent yet, sealed; gone when it is sent. It outlives a check-in that nobody asks for
-- any more, and goes on in the one that takes its place.
create table check_in_draft (
    clinic_id uuid not null default platform.current_clinic(),
    check_in_id uuid not null,
    version int not null,
    plan_id uuid not null,
    patient_id uuid not null,
    said text not null,
    saved_by text not null check (saved_by in ('PATIENT', 'STAFF')),
    saved_at timestamptz not null,
    primary key (clinic_id, check_in_id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id)
);
create index check_in_draft_of_plan on check_in_draft (clinic_id, plan_id);
create index check_in_draft_of_patient on check_in_draft (clinic_id, patient_id);
call platform.guard('check_in_draft');

-- Each yes to thoughts of suicide, with all that was sent along, sealed; also where no check-in could be recorded with it.
create table named_thought (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    plan_id uuid not null,
    check_in_id uuid,
    place text not null check (place in ('DRAFT', 'CHECK_IN', 'OUT_OF_TURN')),
    said text not null,
    said_by text not null check (said_by in ('PATIENT', 'STAFF')),
    said_at timestamptz not null,
    primary key (clinic_id, id)
);
create index named_thought_of_plan on named_thought (clinic_id, plan_id, id);
call platform.guard('named_thought');
revoke update, delete on named_thought from "${runtime}";

-- Warnings that aftercare raised; one of a name stands at a time, until somebody has looked after the patient.
create table safety_flag (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    flag text not null check (flag in ('SUICIDE_ITEM', 'SUICIDE_RISK_MODERATE', 'SUICIDE_RISK_HIGH')),
    raised_at timestamptz not null,
    last_raised_at timestamptz not null,
    times_raised int not null default 1,
    cleared_at timestamptz,
    cleared_by uuid,
    disposition text check (disposition in
        ('SCREENER_TAKEN', 'NO_ACUTE_RISK', 'SAFETY_PLAN_IN_PLACE', 'HIGHER_LEVEL_OF_CARE', 'EMERGENCY_CARE')),
    assessment text,
    primary key (clinic_id, id),
    check ((cleared_at is null) = (disposition is null)),
    check (flag <> 'SUICIDE_ITEM' or disposition is null or disposition = 'SCREENER_TAKEN')
);
create unique index one_standing_flag_of_a_name on safety_flag (clinic_id, patient_id, flag) where cleared_at is null;
create index safety_flag_of_patient on safety_flag (clinic_id, patient_id, id);
call platform.guard('safety_flag');
revoke delete on safety_flag from "${runtime}";

-- The C-SSRS since last contact, as staff asked it.
create table suicide_screen (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    plan_id uuid not null,
    taken_at timestamptz not null,
    answers jsonb not null,
    band text not null check (band in ('NONE', 'LOW', 'MODERATE', 'HIGH')),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id)
);
create index suicide_screen_of_plan on suicide_screen (clinic_id, plan_id, id);
create index suicide_screen_of_patient on suicide_screen (clinic_id, patient_id, taken_at);
call platform.guard('suicide_screen');
revoke update, delete on suicide_screen from "${runtime}";

-- How somebody is looked for from whom no check-in came: from the hour it was due until they are heard from.
create table silence (
    clinic_id uuid not null default platform.current_clinic(),
    check_in_id uuid not null,
    plan_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    due_on date not null,
    due_at timestamptz not null,
    -- The first check-in of an unbroken silence has the whole ladder, those that follow only a message and calls.
    number int not null check (number >= 1),
    compressed boolean not null,
    status text not null check (status in ('RUNNING', 'CLIMBED', 'HEARD', 'ENDED')),
    ended_at timestamptz,
    primary key (clinic_id, check_in_id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id),
    check ((status in ('HEARD', 'ENDED')) = (ended_at is not null))
);
create index silence_of_plan on silence (clinic_id, plan_id, due_on);
create index silence_of_patient on silence (clinic_id, patient_id, check_in_id) where status = 'RUNNING';
call platform.guard('silence');
revoke delete on silence from "${runtime}";

create table outreach_step (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    check_in_id uuid not null,
    plan_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    kind text not null check (kind in
        ('MESSAGE', 'CALL', 'SECOND_CALL', 'PORTAL', 'SUPPORT_PERSON', 'VISIT_OR_LETTER', 'WELFARE_CHECK', 'SUPERVISOR_REVIEW',
         'LINKAGE_OFFER', 'UNREACHABLE')),
    due_at timestamptz not null,
    status text not null check (status in
        ('PLANNED', 'LEAVING', 'OPEN', 'SENT', 'DONE', 'NO_SAFE_WAY', 'CAME_BACK', 'NO_CONSENT', 'SUPERSEDED', 'STOPPED')),
    -- The support person to be asked, as whoever keeps them names them.
    person_id uuid,
    channel text check (channel in ('TEXT_MESSAGE', 'EMAIL')),
    conclusion text,
    settled_by uuid,
    settled_at timestamptz,
    primary key (clinic_id, id),
    constraint each_step_once unique (clinic_id, check_in_id, kind),
    foreign key (clinic_id, check_in_id) references silence (clinic_id, check_in_id),
    check ((status in ('PLANNED', 'LEAVING', 'OPEN')) = (settled_at is null))
);
create index outreach_step_of_plan on outreach_step (clinic_id, plan_id, due_at);
-- Of whom somebody else is to be asked, which a revoked consent ends.
create index outreach_step_of_support on outreach_step (clinic_id, patient_id) where kind = 'SUPPORT_PERSON' and status = 'OPEN';
call platform.guard('outreach_step');
revoke delete on outreach_step from "${runtime}";

create table outreach_attempt (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    plan_id uuid not null,
    patient_id uuid not null,
    made_at timestamptz not null,
    way text not null check (way in ('CALL', 'TEXT_MESSAGE', 'EMAIL', 'PORTAL', 'SUPPORT_PERSON', 'VISIT', 'LETTER')),
    -- The support person who was asked; the permit stands in the ledger.
    person_id uuid,
    outcome text not null check (outcome in ('REACHED', 'LEFT_NEUTRAL_MESSAGE', 'NO_ANSWER', 'WRONG_NUMBER', 'SENT', 'OTHERS_LOOK_AFTER')),
    note text,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id),
    check ((way = 'SUPPORT_PERSON') = (person_id is not null))
);
create index outreach_attempt_of_plan on outreach_attempt (clinic_id, plan_id, made_at);
call platform.guard('outreach_attempt');
revoke update, delete on outreach_attempt from "${runtime}";
