insert into clinic (clinic_id, id, version, name, zone, week_start)
select clinic_id, clinic_id, 1, 'Clinic ' || clinic_id, 'America/New_York', 'MONDAY' from other_clinic
on conflict do nothing;

insert into patient
    (clinic_id, id, version, identity, namesake, language, contact, about, may_phone, may_text, may_email, may_voicemail, may_say)
select clinic_id, id, 1, left(md5(id || ' identity'), 22), 0, 'en', '0001:' || repeat(md5(id::text), 12),
    '0001:' || repeat(md5(id::text), 4), true, false, false, false, 'ASK_FOR_A_CALL_BACK'
from other_patient;

insert into patient_digest (clinic_id, patient_id, digest)
select clinic_id, id, left(md5(id || ' name ' || letters), 22) from other_patient, generate_series(1, 6) letters;

insert into consent
    (clinic_id, id, version, patient_id, kind, status, signer, relationship, method, signed_at, document_digest,
    form_version)
select clinic_id, md5(id || kind)::uuid, 1, id, kind, 'ACTIVE', '0001:' || md5(id::text), 'SELF', 'PAPER', now(), md5(kind), 1
from person, unnest(array ['TREATMENT', 'PRIVACY_NOTICE', 'PROGRAM_RULES']) kind;

insert into program (clinic_id, id, version, name, level, length_days, adolescents)
select distinct clinic_id, program_id, 1, 'Program of the measured run', 'LEVEL_2_1', 90, false from care;

insert into program_rules (clinic_id, program_id, number, effective_from, rules)
select distinct clinic_id, program_id, 1, current_date - 365,
    '{"code":"iop-standard","version":1,"weekMinutesMin":540,"weekMinutesMax":1199,"daysMin":3,"daysMax":5,'
    || '"dayMinutesMin":null,"everyDayInFull":false,"gapDaysMax":null,"groupSharePercentOver":50,"groupEachDay":false,'
    || '"basis":"ATTENDED","noteDueHours":72,"recertificationDays":60,"groupSize":{"min":2,"soft":10,"hard":12}}'
from care;

insert into program_track (clinic_id, program_id, code, name)
select distinct clinic_id, program_id, 'DAY', 'Day' from care;

insert into episode (clinic_id, id, version, patient_id, program_id, track, status, priority, waiting_since, start, target_end,
    placement, placement_missing_minutes, placement_missing_days, last_day, discharge_reason)
select clinic_id, episode_id, 1, id, program_id, 'DAY', case when runs then 'ADMITTED' else 'DISCHARGED' end, 'ROUTINE', first_day,
    first_day, first_day + 90, 'COMPLETE', 0, 0, case when not runs then last_day end, case when not runs then 'COMPLETED' end
from person join care using (clinic_id, program_id, group_id, number);
