-- The times in which somebody who is in is away; whoever is not back yet has no first day back.
create table absence (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    from_day date not null,
    keep_seats_until date,
    back_on date,
    primary key (clinic_id, episode_id, from_day)
);
call platform.guard('absence');
create unique index away_once_at_a_time on absence (clinic_id, episode_id) where back_on is null;

-- Admission asks for places, and so does each return and each change of the track, from a day on.
alter table episode
    add column placements_asked int not null default 1,
    add column place_from date,
    add column track_from date;

-- Each of them is answered once.
alter table placement
    add column number int not null default 1,
    drop constraint one_answer_per_admission,
    add constraint one_answer_per_question primary key (clinic_id, episode_id, number);
alter table placement alter column number drop default;

alter table week add column because text check (because in ('NOT_WHOLLY_IN_PROGRAM', 'ON_HOLD'));
