-- What was said of each week of somebody's aftercare once it was over: kept as it was said, so that it can be held against what came.
create table relapse_risk (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    plan_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    week_on date not null,
    level text not null check (level in ('ABSTAINS', 'LOW', 'MODERATE', 'HIGH')),
    points int check (points >= 0),
    change int,
    abstains text check (abstains in ('TOO_FEW_CHECK_INS', 'NOBODY_HEARD_FROM', 'TOO_FEW_ANSWERS')),
    factors text not null, -- codes with their values
    looked_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id),
    unique (clinic_id, plan_id, week_on),
    check ((level = 'ABSTAINS') = (points is null)),
    check ((level = 'ABSTAINS') = (abstains is not null)),
    check (change is null or points is not null)
);
create index relapse_risk_of_plan on relapse_risk (clinic_id, plan_id, id);
create index relapse_risk_by_week on relapse_risk (clinic_id, week_on);
call platform.guard('relapse_risk');
revoke delete on relapse_risk from "${runtime}";

-- A recheck each quarter for two years; one is ahead at any time. Its answers are about the 90 days before.
create table recheck (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    plan_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    began_on date not null,
    number int not null check (number between 1 and 8),
    due_on date not null,
    status text not null check (status in ('SCHEDULED', 'DUE', 'ANSWERED', 'NOT_REACHED', 'ENDED')),
    use_days int check (use_days between 0 and 90),
    intoxicated_days int check (intoxicated_days between 0 and use_days),
    failed_responsibilities boolean,
    problems boolean,
    withdrawal boolean,
    wants_treatment boolean,
    in_treatment boolean,
    in_jail boolean,
    need text check (need in ('NEEDS_TREATMENT', 'NO_NEED', 'IN_TREATMENT', 'IN_JAIL')),
    triggers text,
    answered_by text check (answered_by in ('PATIENT', 'STAFF')),
    answered_at timestamptz,
    -- Why nobody asks any more; where the staff said so, who, and in which words, sealed.
    ended_because text check (ended_because in ('ADMITTED', 'AFTERCARE_CLOSED', 'WANTS_NONE', 'DIED', 'ANOTHER_REASON')),
    ended_reason text,
    ended_by_id uuid,
    ended_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id),
    check ((status = 'ANSWERED') = (answered_at is not null)),
    check ((status = 'ANSWERED') = (use_days is not null)),
    check ((status = 'ANSWERED') = (need is not null)),
    check ((status = 'ENDED') = (ended_because is not null)),
    check ((status = 'ENDED') = (ended_at is not null)),
    constraint why_rechecks_end check (ended_by_id is null or ended_reason is not null)
);
create unique index recheck_once_a_quarter on recheck (clinic_id, plan_id, due_on) where status <> 'ENDED';
create unique index one_recheck_ahead_per_plan on recheck (clinic_id, plan_id) where status in ('SCHEDULED', 'DUE');
create index recheck_of_plan on recheck (clinic_id, plan_id, id);
create index recheck_ahead_of_patient on recheck (clinic_id, patient_id) where status in ('SCHEDULED', 'DUE');
create index recheck_of_the_dead on recheck (clinic_id, patient_id, ended_because) where ended_because is not null;
call platform.guard('recheck');

-- An offer of treatment, from the finding that somebody may need it to the day on which they have stayed. At most one is open in a plan.
create table linkage (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    plan_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    because text not null check (because in ('RECHECK', 'MISSED_CHECK_INS')),
    recheck_id uuid,
    factors text not null, -- codes
    status text not null check (status in
        ('OFFERED', 'ACCEPTED', 'DECLINED', 'NOT_REACHED', 'ELSEWHERE', 'LAPSED', 'ENGAGED', 'RETAINED', 'LEFT_EARLY',
         'WITHDRAWN')),
    offered_at timestamptz not null,
    -- Until then it is answered.
    ends_at timestamptz not null,
    settled_at timestamptz,
    readmitted_id uuid,
    engaged_at timestamptz,
    ended_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id),
    foreign key (clinic_id, recheck_id) references recheck (clinic_id, id),
    check ((because = 'RECHECK') = (recheck_id is not null)),
    check ((status in ('ENGAGED', 'RETAINED', 'LEFT_EARLY')) = (engaged_at is not null)),
    check ((engaged_at is null) = (readmitted_id is null)),
    check ((status in ('RETAINED', 'LEFT_EARLY')) = (ended_at is not null))
);
create unique index one_open_linkage_per_plan on linkage (clinic_id, plan_id) where status in ('OFFERED', 'ACCEPTED');
create index linkage_of_plan on linkage (clinic_id, plan_id, id);
create index linkage_undecided_of_patient on linkage (clinic_id, patient_id)
    where status in ('OFFERED', 'ACCEPTED', 'DECLINED', 'NOT_REACHED');
call platform.guard('linkage');
revoke delete on linkage from "${runtime}";

-- What outcomes are counted by: the program somebody left, and why; without a reason nobody was ever there.
alter table episode add column program_id uuid;
alter table episode add column ended_because text;
create index episode_by_last_day on episode (clinic_id, last_day);
create index check_in_of_episode on check_in (clinic_id, episode_id, due_on) where status = 'RECORDED';
create index recheck_of_episode on recheck (clinic_id, episode_id) where status = 'ANSWERED';
