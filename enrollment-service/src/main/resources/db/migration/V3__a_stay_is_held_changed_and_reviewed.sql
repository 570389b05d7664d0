-- An episode can be on hold: the patient is in, and away for a while.
alter table episode
    drop constraint episode_status_check,
    drop constraint episode_check,
    add check (status in ('WAITING', 'ADMITTED', 'ON_HOLD', 'DISCHARGE_PLANNED', 'DISCHARGED', 'WITHDRAWN')),
    add check ((status in ('ADMITTED', 'ON_HOLD', 'DISCHARGE_PLANNED', 'DISCHARGED')) = (start is not null));

drop index one_open_episode;
create unique index one_open_episode on episode (clinic_id, patient_id)
    where status in ('WAITING', 'ADMITTED', 'ON_HOLD', 'DISCHARGE_PLANNED');
-- For the board: without the column of the status, so that no other index looks cheaper while the statistics are old.
create index open_episode_by_track on episode (clinic_id, program_id, track)
    where status in ('WAITING', 'ADMITTED', 'ON_HOLD', 'DISCHARGE_PLANNED');

-- From which day on a patient comes at the hours of which track: a change is said before its day.
create table episode_track (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    first_day date not null,
    track text not null,
    primary key (clinic_id, episode_id, first_day),
    foreign key (clinic_id, episode_id) references episode (clinic_id, id)
);
call platform.guard('episode_track');

-- The track of an episode on a day; that which it waits for, where it has not begun.
create function track_on(clinic uuid, episode uuid, day date, waits_for text) returns text language sql stable return coalesce(
    (select track from episode_track
     where clinic_id = clinic and episode_id = episode and first_day <= day order by first_day desc limit 1), waits_for);

-- Each time the patient of an episode was away, one after the other; whoever did not come back has no first day back.
create table episode_hold (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    place int not null,
    first_day date not null,
    expected_until date not null,
    keep_seats_until date,
    reason text not null check (reason in ('ILLNESS', 'HOSPITAL', 'WITHDRAWAL_MANAGEMENT', 'FAMILY', 'WORK_OR_SCHOOL', 'TRAVEL',
        'COURT_OR_JAIL', 'COVERAGE', 'OTHER')),
    back_on date,
    primary key (clinic_id, episode_id, place),
    foreign key (clinic_id, episode_id) references episode (clinic_id, id),
    check (expected_until >= first_day),
    check (keep_seats_until between first_day and expected_until),
    check (back_on >= first_day)
);
call platform.guard('episode_hold');
create unique index away_once_at_a_time on episode_hold (clinic_id, episode_id) where back_on is null;

-- What was said of how an episode ended and does not hold any more; never changed.
create table corrected_ending (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    number int not null,
    last_day date not null,
    reason text not null,
    waiver text,
    because text not null check (because in ('ENTERED_WRONGLY', 'LEARNED_LATER')),
    corrected_by text not null,
    corrected_at timestamptz not null,
    primary key (clinic_id, episode_id, number),
    foreign key (clinic_id, episode_id) references episode (clinic_id, id)
);
call platform.guard('corrected_ending');
revoke update, delete on corrected_ending from "${runtime}";

-- Each time it was decided that a treatment goes on; never changed.
create table stay_review (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    number int not null,
    target_end_before date not null,
    target_end date not null,
    reason text not null check (reason in ('GOALS_NOT_MET', 'RELAPSED', 'SYMPTOMS_WORSE', 'SESSIONS_MISSED',
        'NEXT_STEP_NOT_READY', 'OTHER')),
    reviewed_by text not null,
    reviewed_at timestamptz not null,
    primary key (clinic_id, episode_id, number),
    foreign key (clinic_id, episode_id) references episode (clinic_id, id),
    check (target_end > target_end_before)
);
call platform.guard('stay_review');
revoke update, delete on stay_review from "${runtime}";
