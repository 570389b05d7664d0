-- A clinic of the load alone, with a hundred thousand people in aftercare: two quiet weeks, a look at them, and a check-in whose window
-- is over and that nobody recorded. Another ten thousand, for the same in bare SQL, stand in tables without a service.
insert into platform.clinic (clinic_id, name, zone, week_start) values (md5('load clinic')::uuid, 'Load', 'America/New_York', 'MONDAY');

create table load_person as
select n, md5('load person ' || n)::uuid as id, md5('load episode ' || n)::uuid as episode_id, md5('load plan ' || n)::uuid as plan_id,
    (now() at time zone 'America/New_York')::date - 24 as last_day
from generate_series(1, ${due}) n;

insert into aftercare_plan (clinic_id, id, version, patient_id, episode_id, status, active_from, opened_at)
select md5('load clinic')::uuid, plan_id, 1, id, episode_id, 'ACTIVE', last_day, last_day from load_person;

insert into check_in (clinic_id, id, version, plan_id, patient_id, episode_id, due_on, status, used, used_days, substances, cravings,
    low_days, angry_days, anxious_days, sleep, risky_days, meetings, confidence, work_days, conflict, supportive_days, health,
    spirituality, income, housing, medication_taken, therapy_kept, suicide_thoughts, channel, risk_score, protective_score, level, flags,
    because, recorded_by, recorded_at)
select md5('load clinic')::uuid, md5(plan_id || ' check-in ' || week)::uuid, 1, plan_id, id, episode_id, last_day + 7 * week,
    'RECORDED', false, 0, '', 1, 0, 0, 0, 1, 0, 3, 3, 5, 1, 4, 1, 2, true, 'STABLE', true, true, false, 'PORTAL', 5, 20, 'GREEN', '',
    'NOTHING_STANDS_OUT', 'PATIENT', last_day + 7 * week
from load_person, generate_series(1, 2) week;

insert into check_in (clinic_id, id, version, plan_id, patient_id, episode_id, due_on, status)
select md5('load clinic')::uuid, md5(plan_id || ' check-in 3')::uuid, 0, plan_id, id, episode_id, last_day + 21, 'SCHEDULED'
from load_person;

insert into relapse_risk (clinic_id, id, plan_id, patient_id, episode_id, week_on, level, points, factors, looked_at)
select md5('load clinic')::uuid, md5(plan_id || ' look')::uuid, plan_id, id, episode_id, last_day + 14, 'LOW', 1,
    'USE=0,USE_BEFORE=0,CRAVINGS=1,RISK_SCORE=5,PROTECTIVE_SCORE=20,MISSED_CONTACTS=0,THERAPY_GAPS=0', last_day + 14
from load_person;

create table bare_due (like platform.due including all);
create table bare_outbox (like platform.outbox including all);
create table bare_check_in (like check_in including all);
create table bare_risk (like relapse_risk including all);
insert into bare_check_in select c.* from check_in c join load_person p on p.plan_id = c.plan_id where p.n <= ${bare};
insert into bare_due (clinic, kind, subject, due_at, actor)
select md5('load clinic')::uuid, 'check-in-due', plan_id, now(), 'service:load' from load_person where n <= ${bare};

analyze aftercare_plan;
analyze check_in;
analyze relapse_risk;
analyze bare_check_in;
analyze bare_due;
