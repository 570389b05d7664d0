-- Whom a group takes: nobody once it has begun, speakers of a language, those in some weeks of their stay, those with some tags and
-- without others.
alter table care_group
    add column closed boolean not null default false,
    add column language text,
    add column weeks_from int,
    add column weeks_through int,
    add column needs text[] not null default '{}',
    add column excludes text[] not null default '{}',
    add constraint weeks_of_a_stay check (weeks_from between 1 and weeks_through),
    add constraint both_weeks_of_a_stay check ((weeks_from is null) = (weeks_through is null));

-- What a clinic may call its patients where it matters for a group, such as women or veterans: words that say nothing about one alone.
create table group_tag (
    clinic_id uuid not null default platform.current_clinic(),
    tag text not null,
    primary key (clinic_id, tag),
    check (tag ~ '^[a-z0-9-]{1,40}$')
);
call platform.guard('group_tag');

-- What it calls a patient.
create table patient_tag (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    tag text not null,
    set_by text not null,
    set_at timestamptz not null,
    primary key (clinic_id, patient_id, tag),
    foreign key (clinic_id, tag) references group_tag (clinic_id, tag)
);
create index patients_of_a_tag on patient_tag (clinic_id, tag);
call platform.guard('patient_tag');

-- Who waits for a place in a group. Whoever waits longest and can come gets the next one.
create table group_waiting (
    clinic_id uuid not null default platform.current_clinic(),
    group_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    since timestamptz not null,
    said_by text not null,
    ended_at timestamptz,
    outcome text,
    primary key (clinic_id, group_id, patient_id, since),
    foreign key (clinic_id, group_id) references care_group (clinic_id, id),
    check (outcome in ('SEATED', 'WITHDRAWN', 'DISCHARGED', 'GROUP_ENDED')),
    check ((ended_at is null) = (outcome is null))
);
create unique index waits_already on group_waiting (clinic_id, group_id, patient_id) where ended_at is null;
create index group_waiting_in_order on group_waiting (clinic_id, group_id, since);
call platform.guard('group_waiting');

-- Whether a group takes somebody of whom this is known, who is in an episode since a day, from a day on. Strict where it does not know: a
-- language that nobody said is none.
create function group_takes(asked care_group, language text, tags text[], begun date, from_day date) returns boolean
    language sql immutable
    return not (asked.closed and asked.starts_on < from_day)
        and (asked.language is null or asked.language = coalesce(split_part(language, '-', 1), ''))
        and (asked.weeks_from is null
            or (from_day - begun) / 7 + 1 between asked.weeks_from and asked.weeks_through)
        and asked.needs <@ tags
        and not asked.excludes && tags;

-- The same of a patient. What is known of somebody stands in the record that goes on, where two were merged.
create function group_takes(asked care_group, patient uuid, begun date, from_day date) returns boolean
    language sql stable
    return (
        with who as (
            select coalesce((
                select m.survivor_id from platform.merged_patient m
                where m.clinic_id = asked.clinic_id and m.duplicate_id = patient), patient) as id)
        select group_takes(
            asked,
            (select p.language from patient p where p.clinic_id = asked.clinic_id and p.id = who.id),
            (select coalesce(array_agg(t.tag), '{}') from patient_tag t
             where t.clinic_id = asked.clinic_id and t.patient_id = who.id),
            begun,
            from_day)
        from who);

-- A group that gets more places from a day on has as many as before until then.
alter table care_group
    add column grows_on date,
    add column capacity_before int,
    add check ((grows_on is null) = (capacity_before is null) and capacity_before < capacity);

create function places_on(asked care_group, day date) returns int
    language sql immutable
    return case when day < asked.grows_on then asked.capacity_before else asked.capacity end;

-- The places that are left on a day for whoever does not stand in the line: those who do come first.
create function places_left(asked care_group, day date) returns int
    language sql stable
    return greatest(0, places_on(asked, day) - asked.taken - (
        select count(*)::int from group_waiting w
        where w.clinic_id = asked.clinic_id and w.group_id = asked.id and w.ended_at is null));
