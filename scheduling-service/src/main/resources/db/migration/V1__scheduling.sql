-- Equality beside ranges in exclusion constraints.
create extension if not exists btree_gist;

-- What enrollment says. Nothing here refers to these tables, because events may arrive in any order.
create table patient (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    language text,
    zone text,
    primary key (clinic_id, id)
);
call platform.guard('patient');

create table program (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    name text not null,
    length_days int not null,
    tracks text[] not null,
    ended boolean not null default false,
    primary key (clinic_id, id)
);
call platform.guard('program');

-- A week is measured under the version that was in force when it began.
create table program_rules (
    clinic_id uuid not null default platform.current_clinic(),
    program_id uuid not null,
    code text not null,
    version int not null,
    effective_from date not null,
    rules jsonb not null,
    primary key (clinic_id, program_id, code, version),
    foreign key (clinic_id, program_id) references program (clinic_id, id)
);
call platform.guard('program_rules');

create table episode (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    program_id uuid not null,
    track text not null,
    starts_on date not null,
    target_end date not null,
    weekly_minutes int not null,
    status text not null,
    last_day date,
    primary key (clinic_id, id),
    check (status in ('ADMITTED', 'DISCHARGED')),
    check ((status = 'DISCHARGED') = (last_day is not null))
);
create index episode_of_patient on episode (clinic_id, patient_id, starts_on);
call platform.guard('episode');

-- Who works here, and where they meet.
create table staff_member (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    name text not null,
    credentials text[] not null,
    active boolean not null,
    primary key (clinic_id, id)
);
call platform.guard('staff_member');

create table room (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    name text not null,
    seats int not null,
    primary key (clinic_id, id),
    constraint room_name_taken unique (clinic_id, name),
    check (seats between 1 and 200)
);
call platform.guard('room');

create table care_group (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    name text not null,
    program_id uuid not null,
    track text not null,
    modality text not null,
    capacity int not null,
    taken int not null default 0,
    room_id uuid not null,
    starts_on date not null,
    ends_on date,
    planned_through date not null,
    status text not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, room_id) references room (clinic_id, id),
    constraint group_size check (capacity between 2 and 15), -- and within the rules of its program
    constraint group_full check (taken between 0 and capacity),
    check (status in ('RUNNING', 'ENDED'))
);
create index care_group_of_track on care_group (clinic_id, program_id, track);
call platform.guard('care_group');

-- The weekly hours of a group, from a day on; they end the day before the group changes them.
create table group_slot (
    clinic_id uuid not null default platform.current_clinic(),
    group_id uuid not null,
    weekday text not null,
    opens_at time not null,
    closes_at time not null,
    first_day date not null,
    last_day date,
    primary key (clinic_id, group_id, weekday, opens_at, first_day),
    foreign key (clinic_id, group_id) references care_group (clinic_id, id),
    check (opens_at < closes_at),
    check (first_day <= last_day),
    check (weekday in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'))
);
call platform.guard('group_slot');

create table group_facilitator (
    clinic_id uuid not null default platform.current_clinic(),
    group_id uuid not null,
    staff_id uuid not null,
    primary key (clinic_id, group_id, staff_id),
    foreign key (clinic_id, group_id) references care_group (clinic_id, id),
    foreign key (clinic_id, staff_id) references staff_member (clinic_id, id)
);
call platform.guard('group_facilitator');

-- A place in a group, from a day on; the row stays when the patient has left.
create table membership (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    group_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    from_day date not null,
    last_day date,
    with_episode boolean not null default false, -- whether the last day is that of the episode, and moves with it
    status text not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, group_id) references care_group (clinic_id, id),
    check (status in ('MEMBER', 'LEAVING', 'LEFT')),
    check ((status = 'MEMBER') = (last_day is null))
);
-- Per episode: whoever comes back on the day they left is a member twice until that day is over.
create unique index already_a_member on membership (clinic_id, group_id, episode_id) where status <> 'LEFT';
create index membership_of_episode on membership (clinic_id, episode_id);
call platform.guard('membership');

-- What was last told about the places of a track.
create table places (
    clinic_id uuid not null default platform.current_clinic(),
    program_id uuid not null,
    track text not null,
    free int not null,
    from_day date not null,
    primary key (clinic_id, program_id, track),
    check (free >= 0)
);
call platform.guard('places');

create table session (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    group_id uuid not null,
    room_id uuid not null,
    modality text not null,
    in_group boolean not null,
    day date not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    capacity int not null,
    taken int not null default 0,
    status text not null,
    cancelled_for text,
    primary key (clinic_id, id),
    unique (clinic_id, group_id, starts_at),
    foreign key (clinic_id, group_id) references care_group (clinic_id, id),
    foreign key (clinic_id, room_id) references room (clinic_id, id),
    check (starts_at < ends_at),
    -- One who was there without a seat gets one afterwards, also where somebody who has one did not come.
    constraint session_full check (taken >= 0 and (taken <= capacity or status = 'CLOSED')),
    check (status in ('SCHEDULED', 'CANCELLED', 'CLOSED')),
    check ((status = 'CANCELLED') = (cancelled_for is not null)),
    constraint no_room_twice exclude using gist
        (clinic_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'CANCELLED')
);
create index session_by_start on session (clinic_id, starts_at, id);
create index session_of_group on session (clinic_id, group_id, day);
call platform.guard('session');

create table session_facilitator (
    clinic_id uuid not null default platform.current_clinic(),
    session_id uuid not null,
    staff_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    live boolean not null,
    primary key (clinic_id, session_id, staff_id),
    foreign key (clinic_id, session_id) references session (clinic_id, id),
    constraint no_facilitator_twice exclude using gist
        (clinic_id with =, staff_id with =, tstzrange(starts_at, ends_at) with &&) where (live)
);
call platform.guard('session_facilitator');

create table seat (
    clinic_id uuid not null default platform.current_clinic(),
    session_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    kind text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    live boolean not null default true,
    checked_in_at timestamptz,
    checked_out_at timestamptz,
    away_seconds int not null default 0 check (away_seconds >= 0), -- between going and coming again
    constraint already_seated primary key (clinic_id, session_id, patient_id),
    foreign key (clinic_id, session_id) references session (clinic_id, id),
    check (kind in ('MEMBER', 'MAKE_UP')),
    constraint no_patient_twice exclude using gist
        (clinic_id with =, patient_id with =, tstzrange(starts_at, ends_at) with &&) where (live)
);
create index seat_of_patient on seat (clinic_id, patient_id, starts_at);
create index seat_of_episode on seat (clinic_id, episode_id, starts_at);
call platform.guard('seat');

-- The answer to an admission is given once.
create table placement (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    patient_id uuid not null,
    outcome text not null,
    groups uuid[] not null,
    weekly_minutes int not null,
    missing_minutes int not null,
    missing_days int not null,
    unmet text[] not null,
    answered_at timestamptz not null,
    constraint one_answer_per_admission primary key (clinic_id, episode_id),
    check (outcome in ('COMPLETE', 'INCOMPLETE'))
);
call platform.guard('placement');

-- Who was there. Rows are only added: a correction is the next version of the same patient and session.
create table attendance (
    clinic_id uuid not null default platform.current_clinic(),
    session_id uuid not null,
    patient_id uuid not null,
    version int not null,
    episode_id uuid not null,
    status text not null,
    minutes int not null,
    reason text,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint attendance_corrected_meanwhile primary key (clinic_id, session_id, patient_id, version),
    foreign key (clinic_id, session_id, patient_id) references seat (clinic_id, session_id, patient_id),
    check (minutes >= 0),
    check ((version = 1) = (reason is null))
);
call platform.guard('attendance');
revoke update, delete on attendance from "${runtime}";

-- What was last told about a week.
create table week (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    week_start date not null,
    patient_id uuid not null,
    rule_set text not null,
    rule_set_version int not null,
    verdict text not null,
    minutes int not null,
    days int not null,
    group_share_percent int not null,
    last boolean not null,
    measured_at timestamptz not null,
    primary key (clinic_id, episode_id, week_start),
    check (verdict in ('MET', 'ON_TRACK', 'NOT_MET', 'NOT_APPLICABLE'))
);
call platform.guard('week');
