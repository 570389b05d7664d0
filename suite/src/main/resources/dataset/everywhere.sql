-- What the four databases have in common. Riverside's patients are there; the others are made up here, with the same ids in
-- every database, so that no event has to carry them.
set session_replication_role = replica; -- what refers to what is not looked up row by row

create temp table other_clinic as
select '${harbor}'::uuid as clinic_id
union all
select md5('clinic ' || n)::uuid from generate_series(1, ${clinics} - 2) n;

create temp table other_patient as
select clinic_id, md5(clinic_id || ' patient ' || n)::uuid as id from other_clinic, generate_series(1, ${patients}) n;

insert into platform.clinic (clinic_id, name, zone, week_start)
select clinic_id, 'Clinic ' || clinic_id, 'America/New_York', 'MONDAY' from other_clinic
on conflict do nothing;

-- Ten patients make a group: the first twenty groups of a clinic run now, the others ran before. A group meets fifty times,
-- on Mondays, Wednesdays and Fridays.
create temp table person as
select clinic_id, id, md5(id || ' episode')::uuid as episode_id, md5(clinic_id || ' program')::uuid as program_id,
    md5(clinic_id || ' group ' || n / 10)::uuid as group_id, n / 10 as number
from (
    select clinic_id, id, (row_number() over (partition by clinic_id order by id) - 1)::int as n
    from (
        select clinic_id, id from patient where clinic_id = '${riverside}'
        union all
        select clinic_id, id from other_patient) everybody) ranked;

create temp table care as
select clinic_id, program_id, group_id, number, first_day, first_day + 116 as last_day, first_day + 116 >= current_date as runs
from (
    select distinct clinic_id, program_id, group_id, number,
        (date_trunc('week', current_date))::date - 7 * case when number < 20 then 12 when number < 35 then 30 else 48 end as first_day
    from person) began;

create temp table meeting_of_group as
select care.*, k as meets, md5(group_id || ' session ' || k)::uuid as session_id,
    first_day + k / 3 * 7 + k % 3 * 2 as day,
    (first_day + k / 3 * 7 + k % 3 * 2 + time '14:00') at time zone 'UTC' as starts_at,
    (first_day + k / 3 * 7 + k % 3 * 2 + time '17:00') at time zone 'UTC' as ends_at,
    first_day + k / 3 * 7 + k % 3 * 2 < current_date as over
from care, generate_series(0, 49) k;

analyze person;
analyze care;
analyze meeting_of_group;
