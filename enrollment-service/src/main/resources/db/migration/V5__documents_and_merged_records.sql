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

-- Two records of one person. The one that was merged stays as it was found, is closed, and points to the one that goes on.
alter table patient add column merged_into_id uuid;
-- Not looked through: no record that is there already was merged, and outside of a clinic nobody may read them.
alter table patient add foreign key (clinic_id, merged_into_id) references patient (clinic_id, id) not valid;
alter table patient add check (merged_into_id <> id);

-- Who decided that two records are one person, and why; never changed.
create table patient_merge (
    clinic_id uuid not null default platform.current_clinic(),
    duplicate_id uuid not null,
    survivor_id uuid not null,
    words text not null, -- sealed
    merged_by text not null,
    merged_at timestamptz not null,
    primary key (clinic_id, duplicate_id),
    foreign key (clinic_id, duplicate_id) references patient (clinic_id, id),
    foreign key (clinic_id, survivor_id) references patient (clinic_id, id)
);
call platform.guard('patient_merge');
create index merges_into_a_patient on patient_merge (clinic_id, survivor_id, duplicate_id);
revoke update, delete on patient_merge from "${runtime}";

-- Nothing is added to a record that was merged, also by whoever began before. The key to the patient is checked first and waits for
-- the merge; then this sees it, because triggers fire in the order of their names.
create function refuse_for_merged() returns trigger
    language plpgsql as
$$
begin
    if exists (select from patient
               where clinic_id = new.clinic_id and id = new.patient_id and merged_into_id is not null) then
        raise exception 'the record was merged' using errcode = 'check_violation', constraint = 'patient_was_merged';
    end if;
    return null;
end
$$;
create trigger patient_was_merged after insert on screening for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on measure for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on finding for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on diagnosis for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on consent for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on rights_request for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on break_glass for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on episode for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on document for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on coverage for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on payer_authorization for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on invitation for each row execute function refuse_for_merged();
create trigger patient_was_merged after insert on account for each row execute function refuse_for_merged();

-- What was found about somebody is never given to somebody else, but for this: whoever runs the service may move it with a
-- merge that stands, and in no other way. Temporary tables are looked for last, so that nobody's own stands in for ours.
create procedure move_record(duplicate uuid, survivor uuid)
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    here uuid := platform.current_clinic();
    origin uuid;
begin
    if not exists (select from patient where clinic_id = here and id = duplicate and merged_into_id = survivor) then
        raise exception 'a record is moved with its merge';
    end if;
    -- With a new version: whoever read one of them before, and writes it whole afterwards, is refused.
    update patient set merged_into_id = survivor where clinic_id = here and merged_into_id = duplicate;
    update screening set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update measure set patient_id = survivor where clinic_id = here and patient_id = duplicate;
    update finding set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update diagnosis set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update consent set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update rights_request set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update break_glass set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update emergency_disclosure set patient_id = survivor where clinic_id = here and patient_id = duplicate;
    update episode set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update offer set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update document set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update coverage set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update payer_authorization set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
    update scored_measure set patient_id = survivor where clinic_id = here and patient_id = duplicate;
    insert into document_shelf (patient_id, documents, bytes)
        select survivor, documents, bytes from document_shelf where clinic_id = here and patient_id = duplicate
        on conflict (clinic_id, patient_id) do update
        set documents = document_shelf.documents + excluded.documents, bytes = document_shelf.bytes + excluded.bytes;
    delete from document_shelf where clinic_id = here and patient_id = duplicate;
    -- The call that led here, where the record that goes on came by none; else it is found through the merge.
    select patient.inquiry_id into origin from patient where clinic_id = here and id = duplicate;
    if origin is not null and exists (
            select from patient where clinic_id = here and id = survivor and inquiry_id is null) then
        update patient set inquiry_id = null where clinic_id = here and id = duplicate;
        update patient set inquiry_id = origin where clinic_id = here and id = survivor;
    end if;
end
$$;
revoke all on procedure move_record(uuid, uuid) from public;
grant execute on procedure move_record(uuid, uuid) to "${runtime}";
