-- Evenings of the measured clinic that are over and not closed, of sixteen crowds of twelve in turn, so that each has about ten sessions a
-- week, as people in an IOP do; and sessions to come with one place left, and fifty people who are in and sit nowhere. In a room of their
-- own, led by somebody of their own.
set session_replication_role = replica;

create temp table measured as
select clinic_id, program_id, (array_agg(group_id order by number))[1] as group_id,
    md5(clinic_id || ' measured room')::uuid as room_id, md5(clinic_id || ' measured staff')::uuid as staff_id
from (
    select g.clinic_id, g.program_id, g.id as group_id, g.name as number from care_group g
    where g.clinic_id = '${riverside}' and g.name like 'Group %') own
group by clinic_id, program_id;

insert into room (clinic_id, id, version, name, seats) select clinic_id, room_id, 1, 'Measured room', 14 from measured;
insert into staff_member (clinic_id, id, version, name, credentials, active)
select clinic_id, staff_id, 1, 'Measured', array ['LCSW'], true from measured;

create temp table crowd as
select clinic_id, md5('${riverside} crowd ' || n)::uuid as id, md5('${riverside} crowd episode ' || n)::uuid as episode_id, n
from measured, generate_series(1, ${crowds} * 12 + 50) n;
insert into patient (clinic_id, id, language) select clinic_id, id, 'en' from crowd;
insert into episode
    (clinic_id, id, patient_id, program_id, track, starts_on, target_end, weekly_minutes, status)
select crowd.clinic_id, episode_id, crowd.id, program_id, 'DAY', current_date - 60, current_date + 30, 540, 'ADMITTED'
from crowd cross join measured;

create temp table evening as
select m.*, md5('${riverside} evening ' || k)::uuid as session_id, k,
    date_trunc('hour', now()) - k * interval '1 hour' + interval '5 minutes' as starts_at -- no group of the dataset meets then
from measured m, generate_series(2, ${evenings} + 1) k;
create temp table race as
select m.*, md5('${riverside} race ' || k)::uuid as session_id, k,
    date_trunc('hour', now()) + k * interval '1 hour' + interval '5 minutes' as starts_at
from measured m, generate_series(2, ${races} + 1) k;

insert into session (clinic_id, id, version, group_id, room_id, modality, in_group, day, starts_at, ends_at, capacity, taken, status)
select clinic_id, session_id, 1, group_id, room_id, 'GROUP_THERAPY', true, (starts_at at time zone 'America/New_York')::date,
    starts_at, starts_at + interval '50 minutes', 12, 12, 'SCHEDULED' from evening
union all
select clinic_id, session_id, 1, group_id, room_id, 'GROUP_THERAPY', true, (starts_at at time zone 'America/New_York')::date,
    starts_at, starts_at + interval '50 minutes', 12, 11, 'SCHEDULED' from race;
insert into session_facilitator (clinic_id, session_id, staff_id, starts_at, ends_at, live)
select clinic_id, session_id, staff_id, starts_at, starts_at + interval '50 minutes', true from evening
union all
select clinic_id, session_id, staff_id, starts_at, starts_at + interval '50 minutes', true from race;
insert into seat (clinic_id, session_id, patient_id, episode_id, kind, starts_at, ends_at, checked_in_at)
select e.clinic_id, session_id, crowd.id, episode_id, 'EXTRA', starts_at, starts_at + interval '50 minutes', starts_at
from evening e join crowd on crowd.n between e.k % ${crowds} * 12 + 1 and e.k % ${crowds} * 12 + 12;

create table bare_attendance (session_id uuid, patient_id uuid, status text, minutes int, primary key (session_id, patient_id));
create table bare_told (id bigint generated always as identity primary key, body text not null);
analyze;
