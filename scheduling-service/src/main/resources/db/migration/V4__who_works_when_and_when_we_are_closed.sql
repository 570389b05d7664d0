-- Days on which the clinic is closed: nobody meets on them.
create table closure (
    clinic_id uuid not null default platform.current_clinic(),
    day date not null,
    name text not null,
    closed_by text not null,
    closed_at timestamptz not null,
    primary key (clinic_id, day)
);
call platform.guard('closure');

-- When the clinic is open; where nothing is said, whenever somebody meets.
create table opening_hours (
    clinic_id uuid not null default platform.current_clinic(),
    weekday text not null
        check (weekday in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    opens_at time not null,
    closes_at time not null,
    primary key (clinic_id, weekday, opens_at),
    check (opens_at < closes_at)
);
call platform.guard('opening_hours');

-- When somebody on the staff works; where nothing is said, whenever they are asked.
create table staff_hours (
    clinic_id uuid not null default platform.current_clinic(),
    staff_id uuid not null,
    weekday text not null
        check (weekday in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    opens_at time not null,
    closes_at time not null,
    primary key (clinic_id, staff_id, weekday, opens_at),
    foreign key (clinic_id, staff_id) references staff_member (clinic_id, id),
    check (opens_at < closes_at)
);
call platform.guard('staff_hours');

-- When somebody on the staff is away. Why, is nobody's business here.
create table staff_absence (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    staff_id uuid not null,
    first_day date not null,
    last_day date not null,
    said_by text not null,
    said_at timestamptz not null,
    withdrawn_at timestamptz, -- they are here after all
    primary key (clinic_id, id),
    foreign key (clinic_id, staff_id) references staff_member (clinic_id, id),
    check (last_day >= first_day),
    constraint away_twice exclude using gist
        (clinic_id with =, staff_id with =, daterange(first_day, last_day, '[]') with &&) where (withdrawn_at is null)
);
call platform.guard('staff_absence');

create index absences_to_come on staff_absence (clinic_id, last_day) where withdrawn_at is null;
-- Which sessions somebody leads, for when they are away.
create index led_by on session_facilitator (clinic_id, staff_id, starts_at) where live;
create index held_in on session (clinic_id, room_id, starts_at) where status <> 'CANCELLED';

-- Who answers for whose work.
alter table staff_member
    add column supervisor_id uuid,
    add foreign key (clinic_id, supervisor_id) references staff_member (clinic_id, id) not valid,
    add check (supervisor_id <> id);

-- A session that was cancelled leaves its hour to another one, as when the clinic is open after all.
alter table session drop constraint session_clinic_id_group_id_starts_at_key;
create unique index one_session_at_a_time on session (clinic_id, group_id, starts_at) where status <> 'CANCELLED';

alter table week
    drop constraint week_because_check,
    add check (because in ('NOT_WHOLLY_IN_PROGRAM', 'ON_HOLD', 'CLOSED'));
