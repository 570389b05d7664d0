-- What enrollment tells about patients and episodes; either may come first, so nothing refers to them.
create table patient (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    language text,
    zone text,
    primary key (clinic_id, id)
);
call platform.guard('patient');

create table episode (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    starts_on date,
    last_day date,
    primary key (clinic_id, id)
);
call platform.guard('episode');

-- What is arranged for a patient after an episode. At most one plan of an episode is open; a readmission pauses it, and the next
-- discharge resumes it.
create table aftercare_plan (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    episode_id uuid not null,
    -- Where the patient is in treatment again: the episode whose end resumes the plan.
    next_episode_id uuid,
    status text not null check (status in ('DRAFT', 'ACTIVE', 'PAUSED', 'CLOSED')),
    discharge_planned_for date,
    active_from date,
    -- The day on which it was opened again; from there its weeks are counted.
    reopened_on date,
    pace text not null default 'BY_TIME' check (pace in ('BY_TIME', 'WEEKLY', 'TWO_WEEKLY', 'FOUR_WEEKLY', 'QUARTERLY')),
    -- By which ways the patient agreed to be asked; null where nobody has asked them yet.
    channels text,
    opened_at timestamptz not null,
    paused_at timestamptz,
    closed_at timestamptz,
    closed_because text check (closed_because in
        ('DISCHARGE_CANCELLED', 'NEVER_CAME', 'COMPLETED', 'DECLINED', 'UNREACHABLE', 'MOVED', 'DECEASED')),
    primary key (clinic_id, id),
    check (status not in ('ACTIVE', 'PAUSED') or active_from is not null),
    check (status = 'CLOSED' or (status = 'PAUSED') = (paused_at is not null)),
    check ((paused_at is not null) = (next_episode_id is not null)),
    check ((status = 'CLOSED') = (closed_at is not null)),
    check ((status = 'CLOSED') = (closed_because is not null))
);
create unique index one_open_plan_per_episode on aftercare_plan (clinic_id, episode_id) where status <> 'CLOSED';
create index aftercare_plan_of_episode on aftercare_plan (clinic_id, episode_id, id);
create unique index one_paused_plan_per_episode on aftercare_plan (clinic_id, next_episode_id) where status <> 'CLOSED';
create index aftercare_plan_of_next_episode on aftercare_plan (clinic_id, next_episode_id, id);
create index aftercare_plan_of_patient on aftercare_plan (clinic_id, patient_id, id);
call platform.guard('aftercare_plan');

-- Mutual-help meetings are public and the same for every clinic of the deployment: no row security here. A feed is
-- replaced only by the clinic that loaded it first. With an address it is fetched again and again.
create table meeting_feed (
    slug text primary key,
    id uuid not null unique,
    version int not null default 0,
    owner_clinic uuid not null,
    name text not null,
    source text,
    format text not null check (format in ('MEETING_GUIDE', 'BMLT')),
    -- What holds for a meeting that says nothing else.
    zone text not null,
    language text,
    secular boolean not null,
    url text,
    every_hours int check (every_hours between 1 and 168),
    -- What the server called what it sent last, and how often in a row nothing could be taken.
    etag text,
    last_modified text,
    failures int not null default 0,
    fewer_expected boolean not null default false,
    loaded_at timestamptz,
    check ((url is null) = (every_hours is null))
);

-- The key is made from what the feed calls a meeting: slugs are not always of one meeting only.
create table meeting (
    id uuid primary key,
    feed text not null references meeting_feed (slug),
    key text not null,
    slug text not null,
    fingerprint text not null,
    active boolean not null,
    name text not null,
    days text not null,
    starts_at time,
    ends_at time,
    zone text not null,
    types text[] not null,
    -- What it is searched by: its types, where it is held, its languages.
    marks text[] not null,
    location text,
    address text,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    conference_url text,
    conference_phone text,
    -- Meetings by appointment come last in a list by time.
    listed_at time not null generated always as (coalesce(starts_at, '24:00'::time)) stored,
    unique (feed, key),
    check ((days = '') = (starts_at is null)),
    check ((starts_at is null) = (ends_at is null)),
    check ((latitude is null) = (longitude is null))
);
create index meeting_by_time on meeting (listed_at, id) where active;
create index meeting_by_mark on meeting using gin (marks) where active;
create index meeting_by_place on meeting (latitude, longitude) where active;

-- On which days of the week an active meeting meets, for the question "which ones on Monday evening near me".
create table meeting_day (
    day text not null check (day in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    starts_at time not null,
    meeting_id uuid not null references meeting (id),
    marks text[] not null,
    latitude double precision,
    longitude double precision,
    primary key (day, starts_at, meeting_id)
);
create index meeting_day_of_meeting on meeting_day (meeting_id);
create index meeting_day_by_place on meeting_day (day, latitude, longitude);
create index meeting_day_by_mark on meeting_day using gin (marks);

-- What comes next, on which day, and who said so. The receiver is sealed.
create table next_step (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    plan_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    kind text not null check (kind in
        ('TWELVE_STEP_MEETING', 'SECULAR_MEETING', 'WEEKLY_THERAPY', 'PEER_SUPPORT', 'MEDICATION', 'HOUSING', 'WORK',
        'OTHER')),
    meeting_id uuid references meeting (id),
    date date not null,
    receiver text,
    status text not null check (status in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    said_by text not null check (said_by in ('PATIENT', 'RECEIVER', 'STAFF')),
    on_behalf boolean not null,
    proposed_at timestamptz not null,
    changed_at timestamptz not null,
    declined_because text check (declined_because in
        ('NO_PLACE', 'NOT_SUITABLE', 'NOT_COVERED', 'TOO_FAR', 'NOT_REACHED', 'ANOTHER_REASON')),
    outcome text check (outcome in ('HAPPENED', 'DID_NOT_HAPPEN')),
    outcome_said_by text check (outcome_said_by in ('PATIENT', 'STAFF')),
    outcome_at timestamptz,
    reminder text check (reminder in ('LEAVING', 'SENT', 'SUPERSEDED', 'NO_SAFE_WAY', 'CAME_BACK')),
    reminded_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id),
    check (status = 'DECLINED' or declined_because is null),
    check (status = 'ACCEPTED' or outcome is null),
    check ((outcome is null) = (outcome_at is null)),
    check ((outcome is null) = (outcome_said_by is null)),
    check ((reminder is null) = (reminded_at is null)),
    constraint meeting_named check ((kind in ('TWELVE_STEP_MEETING', 'SECULAR_MEETING')) = (meeting_id is not null))
);
create index next_step_of_plan on next_step (clinic_id, plan_id, id);
call platform.guard('next_step');

-- One check-in a week; the row stands from the day it is scheduled. What was written is sealed. Days are those of the week before.
create table check_in (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    plan_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    due_on date not null,
    status text not null check (status in ('SCHEDULED', 'RECORDED', 'MISSED')),
    used boolean,
    substances text,
    used_days int check (used_days between 0 and 7),
    cravings int check (cravings between 0 and 4),
    low_days int check (low_days between 0 and 7),
    angry_days int check (angry_days between 0 and 7),
    anxious_days int check (anxious_days between 0 and 7),
    sleep int check (sleep between 0 and 7),
    risky_days int check (risky_days between 0 and 7),
    confidence int check (confidence between 0 and 4),
    meetings int check (meetings between 0 and 21),
    sponsor_contact boolean,
    medication_taken boolean,
    therapy_kept boolean,
    work_days int check (work_days between 0 and 7),
    housing text check (housing in ('STABLE', 'AT_RISK', 'LOST')),
    conflict int check (conflict between 0 and 4),
    supportive_days int check (supportive_days between 0 and 7),
    health int check (health between 0 and 4),
    spirituality int check (spirituality between 0 and 4),
    income boolean,
    suicide_thoughts boolean,
    note text,
    needs text,
    agreed_plan text,
    next_on date,
    channel text check (channel in ('PORTAL', 'PHONE', 'VIDEO', 'IN_PERSON')),
    risk_score int check (risk_score between 0 and 24),
    protective_score int check (protective_score between 0 and 24),
    level text check (level in ('GREEN', 'YELLOW', 'AMBER', 'RED')),
    flags text,
    because text,
    recorded_by text check (recorded_by in ('PATIENT', 'STAFF')),
    recorded_at timestamptz,
    primary key (clinic_id, id),
    constraint check_in_once_a_week unique (clinic_id, plan_id, due_on),
    foreign key (clinic_id, plan_id) references aftercare_plan (clinic_id, id),
    check ((status = 'RECORDED') = (recorded_at is not null)),
    check ((status = 'RECORDED') = (level is not null)),
    check ((status = 'RECORDED') = (channel is not null)),
    -- Whoever names a thought of suicide is asked nothing else first.
    check (status <> 'RECORDED' or suicide_thoughts or used is not null)
);
create unique index one_scheduled_check_in_per_plan on check_in (clinic_id, plan_id) where status = 'SCHEDULED';
create index check_in_of_plan on check_in (clinic_id, plan_id, id);
call platform.guard('check_in');
