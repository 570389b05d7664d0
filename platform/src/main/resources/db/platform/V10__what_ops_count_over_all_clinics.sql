-- Numbers that ops look at are over all clinics, and row security shows nobody more than one. So functions of the owner count, and
-- answer with nothing but numbers. A table that they count in has a second policy, which opens it to the owner, for reading, and only
-- while such a function runs: whoever else comes as the owner stands before the wall as before.
create procedure platform.counted(counted regclass)
    language plpgsql as
$$
begin
    execute format(
        'create policy counted on %s for select to %I using (current_setting(''stepwell.counting'', true) = ''on'')',
        counted, current_user);
end
$$;

-- Answers the clinic that was chosen before. While it counts none is, and asking for none would be an error.
create function platform.begin_counting() returns text
    language plpgsql as
$$
declare
    before text := current_setting('stepwell.clinic', true);
begin
    perform set_config('stepwell.clinic', '00000000-0000-0000-0000-000000000000', true);
    perform set_config('stepwell.counting', 'on', true);
    return coalesce(before, '');
end
$$;

create procedure platform.end_counting(before text)
    language plpgsql as
$$
begin
    perform set_config('stepwell.counting', 'off', true);
    perform set_config('stepwell.clinic', before, true);
end
$$;

call platform.counted('platform.task');
call platform.counted('platform.break_glass');
create index break_glass_by_end on platform.break_glass (until);

create function platform.work_at(moment timestamptz)
    returns table (kind text, open bigint, overdue bigint, untaken_since timestamptz)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    before text := platform.begin_counting();
begin
    return query
        select t.kind, count(*), count(*) filter (where t.due_at < moment), min(t.created_at) filter (where t.status = 'OPEN')
        from platform.task t
        where t.ended_at is null
        group by t.kind;
    call platform.end_counting(before);
end
$$;

create function platform.break_glass_open_at(moment timestamptz) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    before text := platform.begin_counting();
    found bigint;
begin
    select count(*) into found from platform.break_glass where until > moment;
    call platform.end_counting(before);
    return found;
end
$$;
