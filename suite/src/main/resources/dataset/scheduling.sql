insert into patient (clinic_id, id, language) select clinic_id, id, 'en' from other_patient;

insert into program (clinic_id, id, name, length_days, tracks)
select distinct clinic_id, program_id, 'Program of the measured run', 90, array ['DAY'] from care;

insert into program_rules (clinic_id, program_id, code, version, effective_from, rules)
select distinct clinic_id, program_id, 'iop-standard', 1, current_date - 400,
    ('{"code":"iop-standard","version":1,"weekMinutesMin":540,"weekMinutesMax":1199,"daysMin":3,"daysMax":5,'
    || '"dayMinutesMin":null,"everyDayInFull":false,"gapDaysMax":null,"groupSharePercentOver":50,"groupEachDay":false,'
    || '"basis":"ATTENDED","noteDueHours":72,"recertificationDays":60,"groupSize":{"min":2,"soft":10,"hard":12}}')::jsonb
from care;

insert into episode
    (clinic_id, id, patient_id, program_id, track, starts_on, target_end, weekly_minutes, status, last_day)
select clinic_id, episode_id, id, program_id, 'DAY', first_day, first_day + 90, 540,
    case when runs then 'ADMITTED' else 'DISCHARGED' end, case when not runs then last_day end
from person join care using (clinic_id, program_id, group_id, number);

insert into staff_member (clinic_id, id, version, name, credentials, active)
select distinct clinic_id, md5(clinic_id || ' staff ' || number % 20)::uuid, 1, 'Staff ' || number % 20, array ['LCSW'], true
from care;

insert into room (clinic_id, id, version, name, seats)
select distinct clinic_id, md5(clinic_id || ' room ' || number % 20)::uuid, 1, 'Room of the measured run ' || number % 20, 12
from care;

insert into care_group (clinic_id, id, version, name, program_id, track, modality, capacity, taken, room_id, starts_on,
    ends_on, planned_through, status, fewest)
select clinic_id, group_id, 1, 'Group ' || number, program_id, 'DAY', 'GROUP_THERAPY', 12, case when runs then 10 else 0 end,
    md5(clinic_id || ' room ' || number % 20)::uuid, first_day, last_day, last_day,
    case when runs then 'RUNNING' else 'ENDED' end, 2
from care;

insert into group_slot (clinic_id, group_id, weekday, opens_at, closes_at, first_day)
select clinic_id, group_id, weekday, '09:00', '12:00', first_day from care, unnest(array ['MONDAY', 'WEDNESDAY', 'FRIDAY']) weekday;

insert into group_facilitator (clinic_id, group_id, staff_id)
select clinic_id, group_id, md5(clinic_id || ' staff ' || number % 20)::uuid from care;

insert into membership
    (clinic_id, id, version, group_id, patient_id, episode_id, from_day, last_day, status)
select clinic_id, md5(id || ' membership')::uuid, 1, group_id, id, episode_id, first_day,
    case when not runs then last_day end, case when runs then 'MEMBER' else 'LEFT' end
from person join care using (clinic_id, program_id, group_id, number);

insert into session (clinic_id, id, version, group_id, room_id, modality, in_group, day, starts_at, ends_at, capacity,
    taken, status)
select clinic_id, session_id, 1, group_id, md5(clinic_id || ' room ' || number % 20)::uuid, 'GROUP_THERAPY', true, day, starts_at,
    ends_at, 12, 10, case when over then 'CLOSED' else 'SCHEDULED' end
from meeting_of_group;

insert into session_facilitator (clinic_id, session_id, staff_id, starts_at, ends_at, live)
select clinic_id, session_id, md5(clinic_id || ' staff ' || number % 20)::uuid, starts_at, ends_at, true from meeting_of_group;

insert into seat (clinic_id, session_id, patient_id, episode_id, kind, starts_at, ends_at, checked_in_at, checked_out_at)
select clinic_id, session_id, id, episode_id, 'MEMBER', starts_at, ends_at,
    case when over then starts_at end, case when over then ends_at end
from meeting_of_group join person using (clinic_id, program_id, group_id, number);

insert into attendance
    (clinic_id, session_id, patient_id, version, episode_id, status, minutes, recorded_by, recorded_at)
select clinic_id, session_id, id, 1, episode_id, 'PRESENT', 180, md5(clinic_id || ' staff ' || number % 20)::uuid, ends_at
from meeting_of_group join person using (clinic_id, program_id, group_id, number) where over;

insert into week (clinic_id, episode_id, week_start, patient_id, rules_of, rule_set, rule_set_version, verdict, minutes, days,
    group_share_percent, last, measured_at)
select distinct clinic_id, episode_id, date_trunc('week', day)::date, id, 'PROGRAM', 'iop-standard', 1, 'MET', 540, 3, 100, false, now()
from meeting_of_group join person using (clinic_id, program_id, group_id, number) where over;
