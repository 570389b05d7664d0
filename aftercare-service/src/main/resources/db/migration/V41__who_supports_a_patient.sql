-- Who supports a patient, from admission on, and what each may be told. Who they are and how they are reached is sealed.
create table support_person (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    said text,
    topics text not null,
    written_by_id uuid,
    said_at timestamptz not null,
    -- Of whoever supports the patient no more, the id is kept, which consents and disclosures name, and nothing else.
    forgotten_at timestamptz,
    -- When somebody was last permitted to tell them that nobody hears from the patient.
    asked_at timestamptz,
    primary key (clinic_id, id),
    check ((said is null) = (forgotten_at is not null)),
    check (forgotten_at is null or topics = '')
);
create index support_person_of_patient on support_person (clinic_id, patient_id, id);
call platform.guard('support_person');

-- What a patient has in a fellowship: a sponsor and a home group, sealed. Nobody else's name is kept for nothing, so what is no more
-- is forgotten.
create table fellowship_tie (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    kind text not null check (kind in ('SPONSOR', 'HOME_GROUP')),
    name text not null,
    since date not null,
    written_by_id uuid,
    said_at timestamptz not null,
    primary key (clinic_id, patient_id, kind)
);
call platform.guard('fellowship_tie');
