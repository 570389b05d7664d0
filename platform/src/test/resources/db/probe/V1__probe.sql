create table probe (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    name text not null,
    primary key (clinic_id, id),
    constraint name_taken unique (clinic_id, name)
);
call platform.guard('probe');

-- What the listener saw, in the order it saw it.
create table probe_seen (
    clinic_id uuid not null default platform.current_clinic(),
    position bigint generated always as identity,
    type text not null,
    patient_id uuid not null,
    causation uuid,
    trace text,
    primary key (clinic_id, position)
);
call platform.guard('probe_seen');

-- The entity that breaks a house rule on purpose must still be validated.
create table entity_with_a_framework (
    id uuid primary key
);
