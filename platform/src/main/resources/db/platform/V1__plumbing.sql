-- The plumbing every service stands on. No text about patients is kept here in the clear, so these tables have no row
-- security, except care_team, care_ended, break_glass, safety_flag, account, consent_register, clinic, task and the audit, which are clinic
-- tables.

-- The clinic of the current transaction. Unset or empty is an error, never silence.
create function platform.current_clinic() returns uuid
    language sql stable parallel safe
    return current_setting('stepwell.clinic')::uuid;

-- Makes a table one that only its clinic can see, even for the owner.
create procedure platform.guard(guarded regclass)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy clinic on %s using (clinic_id = platform.current_clinic())', guarded);
end
$$;

-- The last number drawn for each key of a topic: number order is commit order.
create table platform.stream (
    topic text not null,
    key text not null,
    last bigint not null,
    primary key (topic, key)
);

-- What is said but not yet on the broker. Rows leave when the broker has acknowledged them.
create table platform.outbox (
    position bigint generated always as identity primary key,
    id uuid not null unique,
    topic text not null,
    key text not null,
    sequence bigint not null,
    type text not null,
    time timestamptz not null,
    clinic uuid not null,
    actor text not null,
    causation uuid,
    traceparent text,
    body text not null,
    written_at timestamptz not null default clock_timestamp(),
    unique (topic, key, sequence)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- How far each listener has come in each key.
create table platform.cursor (
    listener text not null,
    topic text not null,
    key text not null,
    last bigint not null,
    primary key (listener, topic, key)
);

-- What could not be applied, in order, until ops replay it.
create table platform.parked (
    listener text not null,
    topic text not null,
    partition int not null,
    "offset" bigint not null,
    key text not null,
    sequence bigint,
    headers jsonb not null,
    body bytea not null,
    reason text not null,
    parked_at timestamptz not null default clock_timestamp(),
    primary key (listener, topic, partition, "offset")
);
create index parked_by_key on platform.parked (listener, topic, key, "offset");

-- What ops left out for good: as it was parked, with who left it out and when.
create table platform.passed_over (
    listener text not null,
    topic text not null,
    partition int not null,
    "offset" bigint not null,
    key text not null,
    sequence bigint,
    headers jsonb not null,
    body bytea not null,
    reason text not null,
    parked_at timestamptz not null,
    passed_by text not null,
    passed_at timestamptz not null default clock_timestamp(),
    primary key (listener, topic, partition, "offset")
);

-- What falls due, in clinic time. A job is a row that is due now.
create table platform.due (
    clinic uuid not null,
    kind text not null,
    subject uuid not null,
    due_at timestamptz not null,
    actor text not null,
    causation uuid,
    traceparent text,
    attempts int not null default 0,
    retry_at timestamptz,
    last_error text,
    primary key (clinic, kind, subject)
);
create index due_in_order on platform.due (due_at);
create index due_of_kind on platform.due (kind, due_at);

-- Answers already given, sealed, so that a repeated request gets the same one.
create table platform.idempotency (
    clinic uuid not null,
    caller text not null,
    key text not null,
    request_hash text not null,
    status int not null,
    headers jsonb not null,
    body text not null,
    patients uuid[] not null default '{}',
    answered_at timestamptz not null default clock_timestamp(),
    primary key (clinic, caller, key)
);

create index idempotency_by_age on platform.idempotency (answered_at);

-- How far the movable clock of a demo or test stands from the wall.
create table platform.moved_clock (
    only_row boolean primary key default true check (only_row),
    offset_micros bigint not null
);

-- Who treats whom: what "care team" means in a policy.
create table platform.care_team (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    staff_id uuid not null,
    primary key (clinic_id, patient_id, staff_id)
);
call platform.guard('platform.care_team');

-- Whose care is over: nobody treats them, and no clinician assesses them before intake does.
create table platform.care_ended (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    primary key (clinic_id, patient_id)
);
call platform.guard('platform.care_ended');

-- Who opened whose record in an emergency, and until when that stands.
create table platform.break_glass (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    staff_id uuid not null,
    until timestamptz not null,
    primary key (clinic_id, id)
);
call platform.guard('platform.break_glass');
create index break_glass_of_a_patient on platform.break_glass (clinic_id, patient_id, staff_id, until);

-- What was found of a patient that can not wait, by whichever service; the one that found it keeps what came of it.
create table platform.safety_flag (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    service text not null,
    patient_id uuid not null,
    episode_id uuid,
    flag text not null,
    raised_at timestamptz not null,
    cleared_at timestamptz,
    primary key (clinic_id, id)
);
call platform.guard('platform.safety_flag');
create index safety_flag_of_patient on platform.safety_flag (clinic_id, patient_id, id);

-- Who may come in, as enrollment says it.
create table platform.account (
    clinic_id uuid not null default platform.current_clinic(),
    subject text not null,
    version bigint not null,
    standing text not null check (standing in ('ACTIVE', 'SUSPENDED', 'LEFT')),
    roles text[] not null,
    staff_id uuid,
    patient_id uuid,
    primary key (clinic_id, subject)
);
call platform.guard('platform.account');

-- What a patient's consents open at the newest version heard: coded, without names.
create table platform.consent_register (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    version bigint not null,
    openings text not null,
    applied_at timestamptz not null,
    primary key (clinic_id, patient_id)
);
call platform.guard('platform.consent_register');

-- When the register was last heard, in wall time.
create table platform.consent_heartbeat (
    only_row boolean primary key default true check (only_row),
    beat_at timestamptz not null
);

-- The clinic as every service knows it.
create table platform.clinic (
    clinic_id uuid primary key default platform.current_clinic(),
    name text not null,
    zone text not null,
    week_start text not null check (week_start in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    -- Where whoever is on call is paged; of the clinic, and of nobody by name.
    on_call_phone text,
    on_call_email text
);
call platform.guard('platform.clinic');

-- Work for the staff. It says what kind of work and what it is about, never more: its words are made from the kind.
create table platform.task (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    -- How often nobody took it in time: the version is of what people change, so that a step makes nobody's click fail.
    steps int not null default 0,
    kind text not null,
    subject uuid not null,
    patient_id uuid,
    episode_id uuid,
    staff_id uuid,
    roles text[] not null,
    due_at timestamptz not null,
    created_at timestamptz not null,
    status text not null check (status in ('OPEN', 'ACKNOWLEDGED', 'DONE', 'WITHDRAWN')),
    acknowledged_by text,
    acknowledged_at timestamptz,
    ended_by text,
    ended_at timestamptz,
    primary key (clinic_id, id),
    constraint one_task_per_cause unique (clinic_id, kind, subject),
    check (staff_id is not null or cardinality(roles) > 0),
    check ((acknowledged_by is null) = (acknowledged_at is null)),
    check ((ended_by is null) = (ended_at is null)),
    check (status <> 'OPEN' or acknowledged_at is null),
    check (status <> 'ACKNOWLEDGED' or acknowledged_at is not null),
    check ((status in ('DONE', 'WITHDRAWN')) = (ended_at is not null))
);
call platform.guard('platform.task');
create index task_by_due on platform.task (clinic_id, due_at, id) where ended_at is null;
create index task_by_status on platform.task (clinic_id, status, due_at, id);

-- Who did what to whose record, or tried to: one row per request, written in the transaction of what was done. Codes and
-- ids only. A request that was refused before its clinic was known has none.
create table platform.audit (
    id uuid primary key,
    clinic_id uuid,
    at timestamptz not null,
    actor text,
    staff_id uuid,
    roles text[] not null,
    operation text not null,
    action text not null check (action in ('C', 'R', 'U', 'D', 'E')),
    patients uuid[] not null,
    records uuid[] not null,
    purpose text,
    outcome text not null check (outcome in ('ALLOWED', 'REFUSED', 'FAILED')),
    status int not null,
    rule text,
    address text not null,
    trace text
);

-- The same rows by patient, because a search in an array uses no index under row security.
create table platform.audit_patient (
    clinic_id uuid not null,
    patient_id uuid not null,
    audit_id uuid not null,
    primary key (clinic_id, patient_id, audit_id)
);

-- The chain over the rows: each link hashes its row and the link before. Written by a role that can do nothing else.
create table platform.audit_link (
    sequence bigint primary key,
    audit_id uuid not null unique,
    row_hash bytea not null check (length(row_hash) = 32),
    chain_hash bytea not null check (length(chain_hash) = 32),
    linked_at timestamptz not null
);

create function platform.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the audit is only ever added to (% of %)', tg_op, tg_table_name;
end
$$;

create trigger only_added_to before update or delete or truncate on platform.audit
    for each statement execute function platform.refuse_change();
create trigger only_added_to before update or delete or truncate on platform.audit_patient
    for each statement execute function platform.refuse_change();
create trigger only_added_to before update or delete or truncate on platform.audit_link
    for each statement execute function platform.refuse_change();

-- A clinic adds to the audit and reads its own part; whoever links reads all of it. A case, because "or" may be asked in any order, and
-- where no clinic is set, asking is an error.
alter table platform.audit enable row level security;
alter table platform.audit force row level security;
create policy added on platform.audit for insert to "${runtime}"
    with check (case when clinic_id is null then true else clinic_id = platform.current_clinic() end);
create policy read on platform.audit for select to "${runtime}" using (clinic_id = platform.current_clinic());
create policy linked on platform.audit for select to "${auditor}" using (true);
call platform.guard('platform.audit_patient');
-- Whoever checks the audit compares what patients are shown with it, in all clinics.
create policy compared on platform.audit_patient for select to "${auditor}" using (true);

grant usage on schema platform to "${runtime}";
grant select, insert, update, delete on all tables in schema platform to "${runtime}";
grant usage on all sequences in schema platform to "${runtime}";
revoke delete on platform.clinic, platform.stream, platform.cursor, platform.consent_register, platform.task, platform.account, platform.safety_flag from "${runtime}";
revoke update, delete on platform.audit, platform.audit_patient, platform.passed_over from "${runtime}";
revoke all on platform.audit_link from "${runtime}";
grant usage on schema platform to "${auditor}";
grant select on platform.audit, platform.audit_patient to "${auditor}";
grant select, insert on platform.audit_link to "${auditor}";
grant usage on schema public to "${runtime}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${runtime}";
alter default privileges in schema public grant usage on sequences to "${runtime}";
