-- A group changes from a day on. A session that was moved, or is led by others, for once is left as it is then.
alter table session
    add column stands_for date, -- the day of its group that it was moved away from
    add column own_leaders boolean not null default false,
    add column outdated boolean not null default false; -- cancelled as its group was before a change: not made again like that
