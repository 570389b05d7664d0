insert into patient (clinic_id, id, language) select clinic_id, id, 'en' from other_patient;

insert into episode (clinic_id, id, patient_id, starts_on, last_day, program_id, ended_because)
select clinic_id, episode_id, id, first_day, case when not runs then last_day end, program_id,
    case when not runs then 'COMPLETED_GOALS_MET' end
from person join care using (clinic_id, program_id, group_id, number);

insert into aftercare_plan (clinic_id, id, version, patient_id, episode_id, status, active_from, opened_at)
select clinic_id, md5(id || ' plan')::uuid, 1, id, episode_id, 'ACTIVE', last_day, last_day
from person join care using (clinic_id, program_id, group_id, number) where not runs;

insert into check_in (clinic_id, id, version, plan_id, patient_id, episode_id, due_on, status, used, used_days, substances, cravings,
    low_days, angry_days, anxious_days, sleep, risky_days, meetings, confidence, work_days, conflict, supportive_days, health,
    spirituality, income, housing, medication_taken, suicide_thoughts, channel, risk_score, protective_score, level, flags, because,
    recorded_by, recorded_at)
select clinic_id, md5(id || ' check-in ' || week)::uuid, 1, md5(id || ' plan')::uuid, id, episode_id, last_day + 7 * week,
    'RECORDED', false, 0, '', 1, 0, 0, 0, 1, 0, 3, 3, 5, 1, 4, 1, 2, true, 'STABLE', true, false, 'PORTAL', 5, 20, 'GREEN', '', 'NOTHING_STANDS_OUT',
    'PATIENT', last_day + 7 * week
from person join care using (clinic_id, program_id, group_id, number), generate_series(1, 12) week
where not runs;
