-- Papers in a patient's chart. What was removed stays, until somebody decides that its pages may be destroyed.
create table document (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    kind text not null check (kind in ('SIGNED_FORM', 'COURT_ORDER', 'INSURANCE_CARD', 'IDENTITY_CARD', 'OUTSIDE_RECORD',
        'OTHER')),
    type text not null check (type in ('PDF', 'JPEG', 'PNG')),
    bytes int not null check (bytes > 0),
    name text, -- sealed
    status text not null check (status in ('FILED', 'REMOVED', 'ERASED')),
    filed_at timestamptz not null,
    filed_by text not null,
    removed_because text check (removed_because in ('ANOTHER_PATIENTS', 'REPLACED', 'UNREADABLE', 'FILED_TWICE', 'OTHER')),
    removal_words text, -- sealed
    removed_at timestamptz,
    removed_by text,
    erasure_words text, -- sealed
    erased_at timestamptz,
    erased_by text,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    check ((status = 'FILED') = (removed_at is null)),
    check ((removed_at is null) = (removed_because is null) and (removed_at is null) = (removed_by is null)),
    check (removal_words is null or removed_at is not null),
    check ((status = 'ERASED') = (erased_at is not null)),
    check ((erased_at is null) = (erased_by is null) and (erased_at is null) = (erasure_words is null)),
    check (status <> 'ERASED' or name is null)
);
call platform.guard('document');
create index documents_of_a_patient on document (clinic_id, patient_id, id);
revoke delete on document from "${runtime}";

-- Sealed under the clinic's key; apart, so that lists do not read them.
create table document_pages (
    clinic_id uuid not null default platform.current_clinic(),
    document_id uuid not null,
    pages bytea not null,
    primary key (clinic_id, document_id),
    foreign key (clinic_id, document_id) references document (clinic_id, id)
);
call platform.guard('document_pages');
-- What is sealed can not be made smaller: no time is spent on trying.
alter table document_pages alter column pages set storage external;
revoke update on document_pages from "${runtime}";

-- How much a patient's documents are together: one row a patient, so that two that come at once are both counted.
create table document_shelf (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    documents int not null,
    bytes bigint not null,
    primary key (clinic_id, patient_id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    check (documents >= 0 and bytes >= 0),
    constraint chart_is_full check (documents <= 200 and bytes <= 104857600)
);
call platform.guard('document_shelf');
