-- A scale agreed on with a patient: five levels of one goal.
create table goal_scale (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    weight int not null check (weight between 1 and 9),
    baseline text not null check (baseline in ('MUCH_LESS_THAN_EXPECTED', 'LESS_THAN_EXPECTED')),
    content text not null, -- sealed
    agreed_on date not null,
    agreed_with_id uuid not null,
    rated boolean not null,
    ended_at timestamptz,
    ended_on date,
    primary key (clinic_id, id),
    constraint ended_on_a_day check ((ended_at is null) = (ended_on is null))
);
create index goal_scale_of_episode on goal_scale (clinic_id, episode_id, id);
call platform.guard('goal_scale');
revoke delete on goal_scale from "${runtime}";

-- How far the patient had come on a day; of one day the one that was recorded last counts.
create table goal_rating (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    scale_id uuid not null,
    episode_id uuid not null,
    level text not null check (level in (
        'MUCH_LESS_THAN_EXPECTED', 'LESS_THAN_EXPECTED', 'AS_EXPECTED', 'MORE_THAN_EXPECTED', 'MUCH_MORE_THAN_EXPECTED')),
    day date not null,
    rated_by_id uuid not null,
    rated_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, scale_id) references goal_scale (clinic_id, id)
);
create index goal_rating_of_episode on goal_rating (clinic_id, episode_id, day, rated_at, id);
call platform.guard('goal_rating');
revoke update, delete on goal_rating from "${runtime}";
