insert into patient (clinic_id, id, contact) select clinic_id, id, '0001:' || repeat(md5(id::text), 12) from other_patient;

insert into program (clinic_id, id, since, note_due_hours, recertification_days, plan_days, plan_review_days)
select distinct clinic_id, program_id, date '2020-01-06', 48, 60, 7, 30 from care;

insert into staff (clinic_id, id, credentials, active)
select distinct clinic_id, md5(clinic_id || ' staff ' || number % 20)::uuid, array ['LCSW'], true from care;

insert into episode (clinic_id, id, patient_id, program_id, started, ended, over_from)
select clinic_id, episode_id, id, program_id, first_day, case when not runs then last_day end,
    case when not runs then last_day + 1 else 'infinity' end
from person join care using (clinic_id, program_id, group_id, number);

insert into session (clinic_id, id, modality, in_group, date, starts_at, ends_at, facilitators, status, said_at)
select clinic_id, session_id, 'GROUP_THERAPY', true, day, starts_at, ends_at, array [md5(clinic_id || ' staff ' || number % 20)::uuid],
    case when over then 'CLOSED' else 'SCHEDULED' end, ends_at
from meeting_of_group;

insert into attendance (clinic_id, session_id, patient_id, episode_id, version, status, date, starts_at, attended, minutes)
select clinic_id, session_id, id, episode_id, 1, 'PRESENT', day, starts_at, true, 180
from meeting_of_group join person using (clinic_id, program_id, group_id, number) where over;

-- Thirty notes of each group, with ten parts each.
insert into note (clinic_id, id, version, session_id, status, of_group, modality, date, starts_at, ends_at, present,
    present_elsewhere, owed_since, led_alone, shared, changed_at, signed_at, signed_by_id, credentials, hash)
select clinic_id, md5(session_id || ' note')::uuid, 1, session_id, 'SIGNED', true, 'GROUP_THERAPY', day, starts_at, ends_at, 10,
    0, ends_at, false, '0001:' || repeat(md5(session_id::text), 12), ends_at, ends_at, md5(clinic_id || ' staff ' || number % 20)::uuid, 'LCSW',
    md5(session_id::text)
from meeting_of_group where meets < 30;

insert into note_part (clinic_id, id, note_id, session_id, patient_id, episode_id, present, attendance, minutes,
    attended_minutes, attended_as, participation, content, signed_at, hash, starts_at, ends_at)
select clinic_id, md5(session_id || ' part ' || id)::uuid, md5(session_id || ' note')::uuid, session_id, id, episode_id, true,
    'PRESENT', 180, 180, 'PRESENT', 'ACTIVE', '0001:' || repeat(md5(id::text || meets), 12), ends_at, md5(id::text || meets), starts_at, ends_at
from meeting_of_group join person using (clinic_id, program_id, group_id, number) where meets < 30;

-- What everybody works on until they have a plan; each part rates one of it.
insert into objective (clinic_id, id, episode_id, interim)
select clinic_id, md5(episode_id || code)::uuid, episode_id, code
from person, unnest(array ['TAKES_PART', 'PLANS_TOGETHER', 'STAYS_SAFE']) as code;

insert into objective_in_plan (clinic_id, objective_id, episode_id, plan_version, status, from_day)
select clinic_id, objective.id, objective.episode_id, 0, 'IN_PROGRESS', first_day
from objective join person using (clinic_id, episode_id) join care using (clinic_id, program_id, group_id, number);

insert into objective_rating (clinic_id, part_id, objective_id, rating)
select clinic_id, md5(session_id || ' part ' || id)::uuid, md5(episode_id || 'TAKES_PART')::uuid, 'SOME_PROGRESS'
from meeting_of_group join person using (clinic_id, program_id, group_id, number) where meets < 30;
