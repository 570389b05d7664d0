-- What became of each time that somebody or the clock brought a feed. Of no clinic, as the feed is.
create table meeting_feed_import (
    id uuid primary key,
    feed text not null references meeting_feed (slug),
    at timestamptz not null,
    cause text not null check (cause in ('UPLOAD', 'FETCH')),
    outcome text not null check (outcome in ('STORED', 'UNCHANGED', 'HELD', 'REFUSED')),
    because text,
    read int not null,
    stored int not null,
    changed int not null,
    added int not null,
    gone int not null,
    refused int not null,
    reasons text not null,
    check ((outcome in ('HELD', 'REFUSED')) = (because is not null))
);
create index meeting_feed_import_of_feed on meeting_feed_import (feed, id);

-- When patients can not come, as scheduling tells: all of it anew each time.
create table busy_time (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    place int not null,
    weekday text not null check (weekday in
        ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    opens_at time not null,
    closes_at time not null,
    first_day date not null,
    last_day date,
    primary key (clinic_id, patient_id, place),
    check (opens_at < closes_at)
);
call platform.guard('busy_time');
