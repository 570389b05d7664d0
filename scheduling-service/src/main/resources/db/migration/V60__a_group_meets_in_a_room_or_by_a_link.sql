-- A group meets in a room or by a link, never both. The link is sealed for its group. Each session has it, as it has its room: what
-- comes before a change of the group takes place as before.
alter table care_group
    alter column room_id drop not null,
    add column meeting_link text,
    add constraint room_or_link check ((room_id is null) <> (meeting_link is null));

alter table session
    add column meeting_link text,
    drop constraint a_group_has_a_room,
    add constraint a_group_has_a_room_or_a_link check (
        case when group_id is null then meeting_link is null else (room_id is null) <> (meeting_link is null) end);

-- Whoever joined the meeting has come, like whoever was seen at the door.
alter table seat
    add column joined_at timestamptz, -- first
    add column came boolean not null generated always as (checked_in_at is not null or joined_at is not null) stored;

-- Who was in the meeting from when to when, as their phones or staff with them said, or as the meeting tool says instead.
create table telehealth_stay (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    session_id uuid not null,
    patient_id uuid not null,
    joined_at timestamptz not null,
    left_at timestamptz,
    said_by text not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, session_id, patient_id) references seat (clinic_id, session_id, patient_id),
    check (left_at >= joined_at),
    check (said_by in ('PHONE', 'STAFF', 'MEETING_TOOL'))
);
create index telehealth_stays_of_a_session on telehealth_stay (clinic_id, session_id, patient_id);
-- Whoever joins again has left before.
create unique index in_a_meeting_once on telehealth_stay (clinic_id, session_id, patient_id) where left_at is null;
call platform.guard('telehealth_stay');
