-- Who pays, and how: codes, units and rules differ between payers, so they are data.
create table payer (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    name text not null,
    address text,
    contract text not null, -- the terms of each time
    ended_at timestamptz,
    primary key (clinic_id, id),
    constraint payer_name_taken unique (clinic_id, name)
);
call platform.guard('payer');

-- A patient's policy with a payer; of each priority there is one on any day.
create table coverage (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    payer_id uuid not null,
    priority text not null check (priority in ('PRIMARY', 'SECONDARY')),
    words text not null, -- sealed: plan, member and group number, and whose policy it is
    first_day date not null,
    last_day date,
    withdrawn_because text check (withdrawn_because in
        ('ANOTHER_PATIENTS', 'ANOTHER_PAYERS', 'ENTERED_TWICE', 'NEVER_GRANTED')),
    withdrawn_by text,
    withdrawn_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    foreign key (clinic_id, payer_id) references payer (clinic_id, id),
    check (num_nulls(withdrawn_because, withdrawn_by, withdrawn_at) in (0, 3)),
    constraint coverage_ends_before_it_begins check (last_day >= first_day),
    constraint one_coverage_of_a_priority exclude using gist
        (clinic_id with =, patient_id with =, priority with =, daterange(first_day, last_day, '[]') with &&)
        where (withdrawn_at is null)
);
call platform.guard('coverage');
create index coverages_of_a_patient on coverage (clinic_id, patient_id, id);
create index coverages_by_payer on coverage (clinic_id, payer_id, id);

-- What a payer approved in advance.
create table payer_authorization (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    coverage_id uuid not null,
    patient_id uuid not null,
    unit text not null check (unit in ('DAY', 'HOUR', 'QUARTER_HOUR')),
    units int not null check (units between 1 and 10000),
    first_day date not null,
    last_day date not null,
    reference text not null, -- sealed
    changed_by text not null,
    changed_at timestamptz not null,
    withdrawn_because text check (withdrawn_because in
        ('ANOTHER_PATIENTS', 'ANOTHER_PAYERS', 'ENTERED_TWICE', 'NEVER_GRANTED')),
    withdrawn_by text,
    withdrawn_at timestamptz,
    primary key (clinic_id, id),
    check (num_nulls(withdrawn_because, withdrawn_by, withdrawn_at) in (0, 3)),
    foreign key (clinic_id, coverage_id) references coverage (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    constraint authorization_ends_before_it_begins check (last_day >= first_day)
);
call platform.guard('payer_authorization');
create index authorizations_of_a_patient on payer_authorization (clinic_id, patient_id, id);
create index authorizations_of_a_coverage on payer_authorization (clinic_id, coverage_id, id);

-- Each version of it, with all it said; never changed.
create table payer_authorization_version (
    clinic_id uuid not null default platform.current_clinic(),
    authorization_id uuid not null,
    version int not null,
    unit text not null,
    units int not null,
    first_day date not null,
    last_day date not null,
    reference text not null, -- sealed
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (clinic_id, authorization_id, version),
    foreign key (clinic_id, authorization_id) references payer_authorization (clinic_id, id)
);
call platform.guard('payer_authorization_version');
revoke update, delete on payer_authorization_version from "${runtime}";

-- Which threshold of an authorization was told: each once, until the authorization changes.
create table authorization_alert (
    clinic_id uuid not null default platform.current_clinic(),
    authorization_id uuid not null,
    threshold text not null check (threshold in ('UNITS_LOW', 'EXPIRES_SOON')),
    told_at timestamptz not null,
    primary key (clinic_id, authorization_id, threshold),
    foreign key (clinic_id, authorization_id) references payer_authorization (clinic_id, id)
);
call platform.guard('authorization_alert');

-- Who was there for how long, as scheduling says; a correction has a higher version. Nothing refers to it, because events may come in any order.
create table attended_session (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    session_id uuid not null,
    version int not null,
    episode_id uuid not null,
    day date not null,
    modality text not null,
    in_group boolean not null,
    minutes int not null,
    primary key (clinic_id, patient_id, session_id)
);
call platform.guard('attended_session');
create index attended_by_day on attended_session (clinic_id, patient_id, day);
create index attended_on_a_day on attended_session (clinic_id, day, patient_id);

-- For which sessions a patient's part of the note is signed, as therapy says.
create table signed_note (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    session_id uuid not null,
    primary key (clinic_id, patient_id, session_id)
);
call platform.guard('signed_note');

-- What physicians certified, as therapy says: until when billing does not wait for it.
create table certification (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    first_day date not null,
    through date not null,
    primary key (clinic_id, id)
);
call platform.guard('certification');
create index certifications_of_a_patient on certification (clinic_id, patient_id, first_day);

-- What a payer was told of a day, in turn: that it is billed, what became of it when it was corrected or voided there, and that it
-- is billed anew. The payer has what was told last; nothing is changed.
create table claim_told (
    clinic_id uuid not null default platform.current_clinic(),
    coverage_id uuid not null,
    day date not null,
    number int not null check (number > 0),
    procedure_code text not null,
    modifier text,
    revenue_code text not null,
    condition_code text,
    diagnoses text not null check (diagnoses <> ''), -- with a blank between them
    unit text not null check (unit in ('DAY', 'HOUR', 'QUARTER_HOUR')),
    units int not null check (units >= 0), -- none where it was voided
    authorization_id uuid,
    disclosure_id uuid, -- with which it left
    corrected_by text, -- who corrected it with the payer
    told_at timestamptz not null,
    -- Whoever sends or corrects a day goes on from what was told last: of two at once, one is refused.
    constraint told_at_once primary key (clinic_id, coverage_id, day, number),
    foreign key (clinic_id, coverage_id) references coverage (clinic_id, id),
    check (num_nulls(disclosure_id, corrected_by) = 1),
    check (units > 0 or corrected_by is not null)
);
call platform.guard('claim_told');
revoke update, delete on claim_told from "${runtime}";
create index told_of_a_day on claim_told (clinic_id, day, coverage_id);

-- What payers have now; with the rights of whoever asks, row security included.
create view claim_now with (security_invoker = true) as
    select distinct on (clinic_id, coverage_id, day) * from claim_told
    order by clinic_id, coverage_id, day, number desc;
grant select on claim_now to "${runtime}";

-- Scores of all services, for a renewal: how it was, and how it is.
create table scored_measure (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    instrument text not null,
    total int,
    band text,
    parts jsonb not null, -- what each subscale says
    scored_at timestamptz not null,
    primary key (clinic_id, id)
);
call platform.guard('scored_measure');
create index scores_of_a_patient on scored_measure (clinic_id, patient_id, scored_at);
