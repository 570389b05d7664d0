insert into patient (clinic_id, id, contact) select clinic_id, id, '0001:' || repeat(md5(id::text), 12) from other_patient;

insert into program (clinic_id, id, since, note_due_hours, recertification_days)
select distinct clinic_id, program_id, date '2020-01-06', 48, 60 from care;

insert into staff (clinic_id, id, credentials, active)
select distinct clinic_id, md5(clinic_id || ' staff ' || number % 20)::uuid, array ['LCSW'], true from care;

insert into episode (clinic_id, id, patient_id, program_id, started, ended)
select clinic_id, episode_id, id, program_id, first_day, case when not runs then last_day end
from person join care using (clinic_id, program_id, group_id, number);

insert into session (clinic_id, id, modality, date, starts_at, ends_at, facilitators, status, said_at)
select clinic_id, session_id, 'GROUP_THERAPY', day, starts_at, ends_at, array [md5(clinic_id || ' staff ' || number % 20)::uuid],
    case when over then 'CLOSED' else 'SCHEDULED' end, ends_at
from meeting_of_group;

insert into attendance (clinic_id, session_id, patient_id, episode_id, version, attended, minutes, status, date, starts_at)
select clinic_id, session_id, id, episode_id, 1, true, 180, 'PRESENT', day, starts_at
from meeting_of_group join person using (clinic_id, program_id, group_id, number) where over;

-- Thirty notes of each group, with ten parts each.
insert into note (clinic_id, id, version, session_id, status, modality, date, starts_at, ends_at, present, shared,
    changed_at, signed_at, signed_by_id, credentials, hash)
select clinic_id, md5(session_id || ' note')::uuid, 1, session_id, 'SIGNED', 'GROUP_THERAPY', day, starts_at, ends_at, 10,
    '0001:' || repeat(md5(session_id::text), 12), ends_at, ends_at, md5(clinic_id || ' staff ' || number % 20)::uuid, 'LCSW',
    md5(session_id::text)
from meeting_of_group where meets < 30;

insert into note_part (clinic_id, id, note_id, patient_id, episode_id, present, attendance, minutes, participation, content,
    signed_at, hash)
select clinic_id, md5(session_id || ' part ' || id)::uuid, md5(session_id || ' note')::uuid, id, episode_id, true, 'PRESENT', 180,
    'ACTIVE', '0001:' || repeat(md5(id::text || meets), 12), ends_at, md5(id::text || meets)
from meeting_of_group join person using (clinic_id, program_id, group_id, number) where meets < 30;
