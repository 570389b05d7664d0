-- What a clinician writes for themselves, apart from the record: no other table refers to it, and no view reads it.
create table counseling_note (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    episode_id uuid not null,
    session_id uuid, -- null where it is about none
    author_id uuid not null,
    supervisor_id uuid, -- who reads it beside its author
    status text not null check (status in ('DRAFT', 'FINAL', 'STRUCK')),
    text text not null, -- sealed
    written_at timestamptz not null,
    changed_at timestamptz not null,
    final_at timestamptz,
    hash text,
    struck_at timestamptz,
    primary key (clinic_id, id),
    check (supervisor_id <> author_id),
    check ((status = 'DRAFT') = (final_at is null)),
    check ((status = 'STRUCK') = (struck_at is not null)),
    check (num_nulls(final_at, hash) in (0, 2))
);
create index counseling_note_of_patient on counseling_note (clinic_id, patient_id, id);
call platform.guard('counseling_note');

create table counseling_note_addendum (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    note_id uuid not null,
    text text not null, -- sealed
    written_at timestamptz not null,
    hash text not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, note_id) references counseling_note
);
create index counseling_note_addendum_of_note on counseling_note_addendum (clinic_id, note_id, id);
call platform.guard('counseling_note_addendum');
revoke update, delete on counseling_note_addendum from "${runtime}";

-- What is final stays as it was, and whose a note is never changes, whoever forgets to ask the note first.
create function refuse_change_of_a_counseling_note() returns trigger
    language plpgsql as
$$
begin
    raise exception using
        errcode = 'check_violation', constraint = 'counseling_note_is_locked',
        message = 'a counseling note that is final does not change';
end
$$;

create trigger final_counseling_note_stays
    before update on counseling_note
    for each row
    when (old.final_at is not null and (
        old.session_id, old.text, old.written_at, old.final_at, old.hash, coalesce(old.struck_at, new.struck_at))
        is distinct from (
        new.session_id, new.text, new.written_at, new.final_at, new.hash, new.struck_at))
execute function refuse_change_of_a_counseling_note();

create trigger counseling_note_stays_its_authors
    before update on counseling_note
    for each row
    when ((old.id, old.patient_id, old.episode_id, old.author_id)
        is distinct from (new.id, new.patient_id, new.episode_id, new.author_id))
execute function refuse_change_of_a_counseling_note();

create trigger final_counseling_note_is_kept
    before delete on counseling_note
    for each row
    when (old.final_at is not null)
execute function refuse_change_of_a_counseling_note();
