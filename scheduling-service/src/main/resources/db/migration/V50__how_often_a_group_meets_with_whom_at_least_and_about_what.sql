-- A group that does not meet in each week says by a rule of RFC 5545 on which days of its hours it does; it has a curriculum, whose units
-- its sessions take in turn; and sessions with fewer than it is to have at least are shown.
alter table care_group
    add column fewest int not null default 1,
    add column repeats text,
    add column units text[] not null default '{}',
    add column units_from date,
    add constraint fewest_fit_in check (fewest between 1 and capacity);
alter table care_group alter column fewest drop default;

alter table session
    add column fewest int not null default 0, -- of a visit: nobody counts
    add column unit text;
create index session_with_too_few on session (clinic_id, starts_at, id) where status = 'SCHEDULED' and taken < fewest;
