-- How patients may be reached, as enrollment says it, in the services that reach out to them. Name, numbers and addresses stay sealed.
create table platform.patient_contact (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    language text not null,
    zone text,
    phone boolean not null, -- calls
    voicemail boolean not null,
    text_message boolean not null,
    email boolean not null,
    from_hour time,
    until_hour time,
    saying text not null,
    contact text not null,
    primary key (clinic_id, patient_id),
    check ((from_hour is null) = (until_hour is null)),
    check (from_hour < until_hour),
    check (saying in ('NOTHING', 'ASK_FOR_A_CALL_BACK', 'CLINIC_NAME'))
);
call platform.guard('platform.patient_contact');
grant select, insert, update on platform.patient_contact to "${runtime}";
