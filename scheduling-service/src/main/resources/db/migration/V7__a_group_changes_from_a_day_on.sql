-- A group changes from a day on; sessions before that day keep the hours they had. A session that was moved, or is led by others, for
-- once is left as it is when its group changes.
alter table care_group add column hours_since date;
alter table session
    add column stands_for date, -- the day of its group that it was moved away from
    add column own_leaders boolean not null default false,
    add column outdated boolean not null default false; -- cancelled as its group was before a change: not made again like that
