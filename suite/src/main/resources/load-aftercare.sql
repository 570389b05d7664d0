-- Fifty thousand meetings of one feed: a country's, in 211 towns of some neighbourhoods each, at the hours at which people meet.
insert into meeting_feed (slug, id, owner_clinic, name, format, zone, secular)
values ('load', md5('load feed')::uuid, '${riverside}', 'Load', 'MEETING_GUIDE', 'America/New_York', false);

create temp table town as
select k as number, 26 + mod(k * 7919, 2200) / 100.0 as latitude, -122 + mod(k * 104729, 5200) / 100.0 as longitude
from generate_series(1, 211) k;

insert into meeting (id, feed, key, slug, fingerprint, active, name, days, starts_at, ends_at, zone, types, marks,
    location, address, latitude, longitude, conference_url)
select md5('load meeting ' || n)::uuid, 'load', 'load-' || n, 'load-' || n, '', true, 'Meeting ' || n, day, starts_at, starts_at + interval '1 hour',
    'America/New_York', types, types || held || array['lang:' || case when mod(n, 11) = 0 then 'es' else 'en' end],
    case when held <> '{ONLINE}' then 'Hall ' || n end, case when held <> '{ONLINE}' then n || ' Lantern Street' end,
    case when held <> '{ONLINE}' then t.latitude + mod(n * 31, 400) / 2000.0 end,
    case when held <> '{ONLINE}' then t.longitude + mod(n * 37, 400) / 2000.0 end,
    case when held <> '{IN_PERSON}' then 'https://meetings.example.org/' || n end
from generate_series(1, 50000) n
join town t on t.number = 1 + mod(n, 211),
    lateral (select (array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])[1 + mod(n * 13, 7)] as day,
        time '06:00' + mod(n * 17, 64) * interval '15 minutes' as starts_at,
        case when mod(n, 3) = 0 then '{O,D}' when mod(n, 7) = 0 then '{C,W}' when mod(n, 29) = 0 then '{A,O}' when mod(n, 5) = 0
            then '{BE,O,X}' else '{C,ST}' end::text[] as types,
        case when mod(n, 4) = 0 then '{ONLINE}' when mod(n, 9) = 0 then '{IN_PERSON,ONLINE}' else '{IN_PERSON}' end::text[] as held) said;

insert into meeting_day (day, starts_at, meeting_id, marks, latitude, longitude)
select days, starts_at, id, marks, latitude, longitude from meeting where feed = 'load';

analyze meeting;
analyze meeting_day;
