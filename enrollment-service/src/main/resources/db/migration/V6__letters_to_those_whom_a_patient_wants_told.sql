-- Letters about a patient to somebody outside. Who reads one, and what it says since it was sent, is sealed.
create table letter (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    kind text not null check (kind in ('ENROLLMENT', 'ATTENDANCE')),
    first_day date,
    last_day date,
    recipient_kind text not null,
    recipient_id uuid,
    purpose text not null,
    consent_id uuid not null, -- by which it was written
    reader text not null, -- sealed
    leaves_at timestamptz not null,
    status text not null check (status in ('QUEUED', 'SENT', 'STOPPED', 'WITHDRAWN', 'UNDELIVERABLE')),
    written_at timestamptz not null,
    written_by text not null,
    said text, -- sealed: what was disclosed
    sent_at timestamptz,
    opens_until timestamptz,
    stopped_by text, -- the rule that said no
    ended_at timestamptz,
    kept_at timestamptz, -- when the ledger last said that its link opens nothing any more
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    check ((kind = 'ATTENDANCE') = (first_day is not null) and (first_day is null) = (last_day is null)),
    check (first_day <= last_day),
    check (leaves_at >= written_at),
    check ((sent_at is null) = (said is null) and (sent_at is null) = (opens_until is null)),
    check (status <> 'SENT' or sent_at is not null),
    check (sent_at is null or status in ('SENT', 'WITHDRAWN')),
    check (sent_at < opens_until),
    check (kept_at >= sent_at),
    check ((status = 'STOPPED') = (stopped_by is not null)),
    check ((status in ('QUEUED', 'SENT')) = (ended_at is null))
);
call platform.guard('letter');
create index letters_of_a_patient on letter (clinic_id, patient_id, id);
revoke delete on letter from "${runtime}";
create trigger patient_was_merged after insert on letter for each row execute function refuse_for_merged();

-- As before; letters go along.
create or replace procedure move_record(duplicate uuid, survivor uuid)
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
    update letter set patient_id = survivor, version = version + 1 where clinic_id = here and patient_id = duplicate;
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
