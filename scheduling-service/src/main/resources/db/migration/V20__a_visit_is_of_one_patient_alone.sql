-- What is asked for in visits of the patient alone: by the plan of an episode, as therapy says it, and after its last day, as aftercare
-- does. Of each the newest version, whole. It may come before the episode itself.
create table visits_needed (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    asked_by text not null check (asked_by in ('THERAPY', 'AFTERCARE')),
    version int not null,
    primary key (clinic_id, episode_id, asked_by)
);
call platform.guard('visits_needed');

create table visit_need (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    asked_by text not null,
    place int not null,
    modality text not null,
    minutes int not null,
    times int not null,
    every_weeks int not null,
    clinician_id uuid,
    first_day date not null,
    last_day date, -- none while it goes on
    primary key (clinic_id, episode_id, asked_by, place),
    foreign key (clinic_id, episode_id, asked_by) references visits_needed (clinic_id, episode_id, asked_by),
    check (times > 0 and every_weeks > 0),
    check (last_day is not null or asked_by = 'AFTERCARE')
);
create index visit_need_to_come on visit_need (clinic_id, last_day);
call platform.guard('visit_need');

-- A visit is a session of no group, for one patient; it may have no room, as by phone.
alter table session
    alter column group_id drop not null,
    alter column room_id drop not null,
    add constraint of_a_group_or_for_one check (group_id is not null or (capacity = 1 and not in_group)),
    add constraint a_group_has_a_room check (group_id is null or room_id is not null);

alter table seat
    drop constraint seat_kind_check,
    add constraint seat_kind_check check (kind in ('MEMBER', 'MAKE_UP', 'EXTRA', 'VISIT', 'AFTERCARE'));

-- Which groups somebody leads, and which meet in a room: their hours to come are taken, also where no session is made yet.
create index group_led_by on group_facilitator (clinic_id, staff_id);
create index group_in_room on care_group (clinic_id, room_id);
create index session_in_room on session (clinic_id, room_id, starts_at) where status <> 'CANCELLED';
