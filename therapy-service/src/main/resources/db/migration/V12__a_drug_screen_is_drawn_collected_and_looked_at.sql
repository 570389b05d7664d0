-- Days on which the clinic is closed, as scheduling says them.
create table closed_day (
    clinic_id uuid not null default platform.current_clinic(),
    day date not null,
    primary key (clinic_id, day)
);
call platform.guard('closed_day');

-- How often somebody is screened at random. The days that were drawn are shown to nobody.
create table drug_screen_plan (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    version int not null,
    patient_id uuid not null,
    times int not null check (times between 1 and 20),
    per_days int not null check (per_days between 1 and 60),
    apart_days int not null check (apart_days between 1 and 30),
    panel text not null,
    analytes text[] not null check (cardinality(analytes) > 0),
    confirmation text not null check (confirmation in ('NONE', 'REFLEX')),
    set_by_id uuid not null,
    set_at timestamptz not null,
    window_from date not null,
    drawn boolean not null,
    days date[] not null, -- those of the window that are ahead
    last_day date, -- the last that came
    ended_at timestamptz, -- once the stay is over; it may go on after all
    constraint drug_screen_plan_is_set_once primary key (clinic_id, episode_id)
);
call platform.guard('drug_screen_plan');

create table drug_screen (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    episode_id uuid not null,
    day date not null,
    at_random boolean not null,
    panel text not null,
    analytes text[] not null check (cardinality(analytes) > 0),
    confirmation text not null check (confirmation in ('NONE', 'REFLEX')),
    ordered_by_id uuid not null,
    ordered_at timestamptz not null,
    status text not null check (status in (
        'ORDERED', 'COLLECTED', 'REFUSED', 'MISSED', 'INSUFFICIENT', 'INVALID', 'PRESUMPTIVE', 'CONFIRMED', 'CANCELLED')),
    status_at timestamptz not null,
    status_by_id uuid, -- null where time decided
    collected_at timestamptz,
    temperature_f int,
    creatinine_mg_dl int,
    invalid_because text check (invalid_because in ('TEMPERATURE', 'DILUTE')),
    cancelled_because text check (cancelled_because in ('EXCUSED', 'ORDERED_IN_ERROR', 'SPECIMEN_LOST', 'LEFT')),
    results_at timestamptz, -- the last of them
    reviewed_at timestamptz, -- the last time
    explained text[] not null default '{}', -- what was found and is explained by a prescription, by the last review
    primary key (clinic_id, id),
    check ((status = 'INVALID') = (invalid_because is not null)),
    check ((status = 'CANCELLED') = (cancelled_because is not null)),
    check (status not in ('COLLECTED', 'PRESUMPTIVE', 'CONFIRMED', 'INVALID') or collected_at is not null),
    check (status not in ('PRESUMPTIVE', 'CONFIRMED') or results_at is not null)
);
create index drug_screen_of_episode on drug_screen (clinic_id, episode_id, id);
create index drug_screen_of_patient on drug_screen (clinic_id, patient_id, collected_at);
create unique index one_random_screen_a_day on drug_screen (clinic_id, episode_id, day) where at_random;
call platform.guard('drug_screen');
revoke delete on drug_screen from "${runtime}";

-- What a screen found, of one analyte: presumptive, or confirmed, which counts in its place; a correction is the next version.
create table drug_screen_result (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    screen_id uuid not null,
    analyte text not null,
    kind text not null check (kind in ('PRESUMPTIVE', 'CONFIRMED')),
    version int not null check (version > 0),
    detected boolean not null,
    expected boolean not null, -- by what was taken when the specimen was collected
    because text, -- sealed; of a correction
    recorded_by_id uuid not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, screen_id) references drug_screen (clinic_id, id),
    constraint result_is_recorded_once unique (clinic_id, screen_id, analyte, kind, version),
    check ((version = 1) = (because is null))
);
call platform.guard('drug_screen_result');
revoke update, delete on drug_screen_result from "${runtime}";

-- Somebody looked at a screen with the patient, and what they say to it.
create table drug_screen_review (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    screen_id uuid not null,
    explained text[] not null,
    words text, -- sealed
    reviewed_by_id uuid not null,
    reviewed_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, screen_id) references drug_screen (clinic_id, id)
);
create index drug_screen_review_of_screen on drug_screen_review (clinic_id, screen_id, id);
call platform.guard('drug_screen_review');
revoke update, delete on drug_screen_review from "${runtime}";
