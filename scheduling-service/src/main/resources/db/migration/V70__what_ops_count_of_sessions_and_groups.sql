-- Over all clinics, as platform counts (platform.counted).
call platform.counted('session');
call platform.counted('seat');
call platform.counted('care_group');
call platform.counted('group_waiting');

-- Sessions that run or begin within a day and in which more people have a seat than there are places. Seats are counted one by one:
-- the number that is kept with the session is what would be wrong.
create function overbooked_at(moment timestamptz) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    before text := platform.begin_counting();
    found bigint;
begin
    select count(*) into found
    from session s
    where s.status = 'SCHEDULED' and s.starts_at > moment - interval '6 hours' and s.starts_at < moment + interval '1 day'
        and (select count(*) from seat t where t.clinic_id = s.clinic_id and t.session_id = s.id) > s.capacity;
    call platform.end_counting(before);
    return found;
end
$$;

-- Groups that have a place left while somebody waits for one for more than five minutes. Whoever waits may not be able to come.
create function free_with_waiters_at(moment timestamptz) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    before text := platform.begin_counting();
    found bigint;
begin
    select count(distinct g.id) into found
    from group_waiting w join care_group g on g.clinic_id = w.clinic_id and g.id = w.group_id
    where w.ended_at is null and w.since < moment - interval '5 minutes' and g.status = 'RUNNING'
        and places_on(g, (moment at time zone 'UTC')::date) > g.taken;
    call platform.end_counting(before);
    return found;
end
$$;
