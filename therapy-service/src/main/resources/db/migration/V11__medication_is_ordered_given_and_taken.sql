-- A medication that somebody ordered; once it is no draft any more, what was ordered does not change.
create table medication_order (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    episode_id uuid not null,
    replaces_id uuid, -- the order that ended as this one began
    product text not null,
    indication text not null check (indication in ('OPIOID_USE_DISORDER', 'ALCOHOL_USE_DISORDER')),
    units_per_dose int not null check (units_per_dose between 1 and 12),
    frequency text not null check (frequency in (
        'ONCE_DAILY', 'TWICE_DAILY', 'THREE_TIMES_DAILY', 'AS_NEEDED', 'WEEKLY', 'EVERY_FOUR_WEEKS')),
    starts_on date not null,
    ends_on date, -- as it was ordered
    content text not null, -- sealed: instructions, what the checks asked, why a warning was overridden
    ordered_by_id uuid not null,
    ordered_at timestamptz not null,
    status text not null check (status in ('DRAFT', 'ACTIVE', 'ON_HOLD', 'STOPPED', 'COMPLETED', 'ENTERED_IN_ERROR')),
    stop_reason text check (stop_reason in (
        'PATIENT_WISH', 'SIDE_EFFECTS', 'NOT_EFFECTIVE', 'REPLACED', 'CONTRAINDICATED', 'NOT_NEEDED', 'NOT_AVAILABLE',
        'TRANSFERRED', 'OTHER')),
    over_on date, -- the last day, once it is over
    alerted text not null default 'NONE' check (alerted in ('NONE', 'OPEN', 'CLOSING', 'MISSED')),
    primary key (clinic_id, id),
    foreign key (clinic_id, replaces_id) references medication_order (clinic_id, id),
    check (ends_on >= starts_on),
    check (status <> 'STOPPED' or stop_reason is not null),
    check (stop_reason is null or status in ('STOPPED', 'ENTERED_IN_ERROR')),
    check ((over_on is null) = (status in ('DRAFT', 'ACTIVE', 'ON_HOLD')))
);
create index medication_order_of_patient on medication_order (clinic_id, patient_id, id);
create index medication_order_of_episode on medication_order (clinic_id, episode_id);
call platform.guard('medication_order');

create function refuse_change_of_a_medication_order() returns trigger
    language plpgsql as
$$
begin
    raise exception using
        errcode = 'check_violation', constraint = 'order_is_written_once',
        message = 'what was ordered does not change';
end
$$;

create trigger medication_order_stays
    before update on medication_order
    for each row
    when (old.status <> 'DRAFT' and (
        old.id, old.episode_id, old.replaces_id, old.product, old.indication, old.units_per_dose, old.frequency, old.starts_on,
        old.ends_on, old.content, old.ordered_by_id, old.ordered_at)
        is distinct from (
        new.id, new.episode_id, new.replaces_id, new.product, new.indication, new.units_per_dose, new.frequency, new.starts_on,
        new.ends_on, new.content, new.ordered_by_id, new.ordered_at))
execute function refuse_change_of_a_medication_order();

create trigger medication_order_is_kept
    before delete on medication_order
    for each row
execute function refuse_change_of_a_medication_order();

-- What became of an order, step by step: who, and from which day on.
create table medication_order_change (
    clinic_id uuid not null default platform.current_clinic(),
    order_id uuid not null,
    place int not null check (place >= 0),
    status text not null check (status in ('ACTIVE', 'ON_HOLD', 'STOPPED', 'COMPLETED', 'ENTERED_IN_ERROR')),
    day date not null,
    changed_by_id uuid, -- null where the day on which it was to end was over
    changed_at timestamptz not null,
    content text, -- sealed: as it went on, with what the checks asked by then; null where nothing was said anew
    primary key (clinic_id, order_id, place),
    foreign key (clinic_id, order_id) references medication_order (clinic_id, id)
);
call platform.guard('medication_order_change');
revoke update, delete on medication_order_change from "${runtime}";

-- A dose, or a supply of doses: given, taken, missed or refused.
create table medication_dose (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    order_id uuid not null,
    outcome text not null check (outcome in ('GIVEN', 'SUPPLIED', 'TAKEN_AS_REPORTED', 'MISSED', 'REFUSED')),
    at timestamptz not null,
    day date not null, -- at the clinic
    supply_days int check (supply_days between 1 and 90),
    site text check (site in (
        'GLUTEAL_LEFT', 'GLUTEAL_RIGHT', 'ABDOMEN_LEFT_UPPER', 'ABDOMEN_RIGHT_UPPER', 'ABDOMEN_LEFT_LOWER',
        'ABDOMEN_RIGHT_LOWER', 'UPPER_ARM_LEFT', 'UPPER_ARM_RIGHT', 'THIGH_LEFT', 'THIGH_RIGHT', 'BUTTOCK_LEFT', 'BUTTOCK_RIGHT')),
    lot text,
    recorded_by_id uuid not null,
    recorded_at timestamptz not null,
    struck_at timestamptz,
    struck_by_id uuid,
    primary key (clinic_id, id),
    foreign key (clinic_id, order_id) references medication_order (clinic_id, id),
    check ((outcome = 'SUPPLIED') = (supply_days is not null)),
    check (site is null or outcome = 'GIVEN'),
    check (lot is null or site is not null),
    check (num_nulls(struck_at, struck_by_id) in (0, 2))
);
create index medication_dose_of_order on medication_dose (clinic_id, order_id, id);
create unique index injection_given_once_a_day on medication_dose (clinic_id, order_id, day)
    where site is not null and struck_at is null;

call platform.guard('medication_dose');
revoke delete on medication_dose from "${runtime}";

create function refuse_change_of_a_dose() returns trigger
    language plpgsql as
$$
begin
    raise exception using
        errcode = 'check_violation', constraint = 'dose_stays', message = 'a dose is struck, and does not change';
end
$$;

create trigger medication_dose_stays
    before update on medication_dose
    for each row
    when (old.struck_at is not null or (to_jsonb(old) - 'struck_at' - 'struck_by_id')
        is distinct from (to_jsonb(new) - 'struck_at' - 'struck_by_id'))
execute function refuse_change_of_a_dose();

-- What a patient takes that nobody here ordered, methadone of an opioid treatment program among it.
create table external_medication (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    substance text not null check (substance in (
        'BUPRENORPHINE', 'METHADONE', 'NALTREXONE', 'NALOXONE', 'ACAMPROSATE', 'DISULFIRAM', 'OPIATE', 'OXYCODONE', 'FENTANYL',
        'TRAMADOL', 'AMPHETAMINE', 'BENZODIAZEPINE', 'BARBITURATE', 'CANNABINOID', 'OTHER')),
    since date not null,
    until date, -- the last day
    words text not null, -- sealed: what it is called, how it is taken, who gives it
    recorded_by_id uuid not null,
    recorded_at timestamptz not null,
    struck_at timestamptz,
    primary key (clinic_id, id),
    check (until >= since)
);
create index external_medication_of_patient on external_medication (clinic_id, patient_id, id);
call platform.guard('external_medication');

-- Somebody looked into the prescription monitoring program.
create table pdmp_check (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    checked_at timestamptz not null,
    checked_by_id uuid not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, id)
);
create index pdmp_check_of_patient on pdmp_check (clinic_id, patient_id, checked_at);
call platform.guard('pdmp_check');
revoke update, delete on pdmp_check from "${runtime}";
grant update (patient_id) on pdmp_check to "${runtime}"; -- when two records are one person

-- Naloxone was offered to somebody with an opioid use disorder, and what they said.
create table naloxone_offer (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    answer text not null check (answer in ('OFFERED', 'ACCEPTED', 'DECLINED')),
    day date not null,
    recorded_by_id uuid not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, id)
);
create index naloxone_offer_of_patient on naloxone_offer (clinic_id, patient_id, id);
create index naloxone_offer_of_episode on naloxone_offer (clinic_id, episode_id, day);
call platform.guard('naloxone_offer');
revoke update, delete on naloxone_offer from "${runtime}";
grant update (patient_id) on naloxone_offer to "${runtime}";
