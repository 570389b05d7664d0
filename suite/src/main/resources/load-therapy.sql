-- Nights of twelve people of the measured clinic that are over, and owe a note each; led by somebody who has an account there. No
-- group of the dataset meets then.
set session_replication_role = replica;

create temp table member as
select e.clinic_id, e.patient_id, e.id as episode_id from episode e
join patient p on p.clinic_id = e.clinic_id and p.id = e.patient_id and p.contact is not null
where e.clinic_id = '${riverside}' and e.ended is null and e.id = md5(e.patient_id || ' episode')::uuid
order by e.patient_id limit 12;

insert into platform.care_team (clinic_id, patient_id, staff_id) select clinic_id, patient_id, '${leader}' from member
on conflict do nothing;

-- What the dataset wrote of them nobody can open.
delete from objective_rating r using note_part p
where p.clinic_id = r.clinic_id and p.id = r.part_id and p.patient_id in (select patient_id from member);
delete from note_part where patient_id in (select patient_id from member);

create temp table night as
select md5('${riverside} night ' || k)::uuid as session_id, md5('${riverside} note of night ' || k)::uuid as note_id, current_date - k as day,
    (current_date - k + time '06:00') at time zone 'UTC' as starts_at, (current_date - k + time '06:50') at time zone 'UTC' as ends_at
from generate_series(1, ${nights}) k;

insert into session (clinic_id, id, modality, in_group, date, starts_at, ends_at, facilitators, status, said_at)
select '${riverside}', session_id, 'GROUP_THERAPY', true, day, starts_at, ends_at, array ['${leader}'::uuid], 'CLOSED', ends_at from night;

insert into attendance (clinic_id, session_id, patient_id, episode_id, version, status, date, starts_at, attended, minutes)
select clinic_id, session_id, patient_id, episode_id, 1, 'PRESENT', day, starts_at, true, 50 from night cross join member;

insert into note (clinic_id, id, version, session_id, status, of_group, modality, date, starts_at, ends_at, present, present_elsewhere,
    owed_since, led_alone, changed_at)
select '${riverside}', note_id, 1, session_id, 'DUE', true, 'GROUP_THERAPY', day, starts_at, ends_at, 12, 0, ends_at, false, ends_at
from night;

insert into note_part (clinic_id, id, note_id, session_id, patient_id, episode_id, present, attendance, minutes, attended_minutes, attended_as)
select clinic_id, md5(note_id || ' ' || patient_id)::uuid, note_id, session_id, patient_id, episode_id, true, 'PRESENT', 50, 50, 'PRESENT'
from night cross join member;

create table bare_note (id uuid primary key, shared text not null, signed_at timestamptz);
create table bare_part (note_id uuid, patient_id uuid, content text not null, primary key (note_id, patient_id));
create index on bare_part (patient_id);
create table bare_told (id bigint generated always as identity primary key, body text not null);
analyze;

select patient_id, episode_id from member order by patient_id;
