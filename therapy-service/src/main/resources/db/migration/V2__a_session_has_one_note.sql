-- One note for the group. The header is a copy of the session's, which stays as it was when somebody signed.
create table note (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    session_id uuid not null,
    status text not null check (status in ('DUE', 'DRAFT', 'SIGNED', 'WITHDRAWN')),
    modality text not null,
    date date not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    present int not null check (present >= 0),
    due_at timestamptz,
    overdue_at timestamptz,
    shared text, -- sealed
    changed_at timestamptz not null,
    signed_at timestamptz,
    signed_by_id uuid,
    credentials text,
    hash text,
    primary key (clinic_id, id),
    constraint one_note_per_session unique (clinic_id, session_id),
    check (status not in ('DRAFT', 'SIGNED') or shared is not null),
    check ((status = 'SIGNED') = (signed_at is not null)),
    check (signed_at is null or (signed_by_id is not null and credentials is not null and hash is not null))
);
create index note_by_status on note (clinic_id, status, id);
create index note_overdue on note (clinic_id, id) where overdue_at is not null;
call platform.guard('note');

-- A part for each patient who was there.
create table note_part (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    note_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    present boolean not null,
    attendance text not null,
    minutes int not null check (minutes >= 0),
    participation text check (participation in ('ACTIVE', 'MODERATE', 'MINIMAL', 'NONE')),
    content text, -- sealed
    signed_at timestamptz,
    hash text,
    primary key (clinic_id, id),
    constraint one_part_per_patient unique (clinic_id, note_id, patient_id),
    foreign key (clinic_id, note_id) references note,
    check ((content is null) = (participation is null)),
    check ((signed_at is null) = (hash is null))
);
create index note_part_of_patient on note_part (clinic_id, patient_id, id);
create index note_part_of_episode on note_part (clinic_id, episode_id) where signed_at is not null;
call platform.guard('note_part');

create table note_addendum (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    note_id uuid not null,
    patient_id uuid, -- null where it is about the whole group
    text text not null, -- sealed
    written_at timestamptz not null,
    written_by_id uuid not null,
    credentials text not null,
    hash text not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, note_id) references note
);
create index note_addendum_of_note on note_addendum (clinic_id, note_id, id);
call platform.guard('note_addendum');

-- What looked wrong in a part, and why it was signed all the same.
create table note_doubt (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    note_id uuid not null,
    patient_id uuid not null,
    doubt text not null check (doubt in ('ALIKE', 'NAMES_ANOTHER')),
    reason text not null, -- sealed
    primary key (clinic_id, id),
    unique (clinic_id, note_id, patient_id, doubt),
    foreign key (clinic_id, note_id) references note
);
call platform.guard('note_doubt');
revoke update, delete on note_doubt from "${runtime}";

-- What is signed stays as it was signed, whoever forgets to ask the note first.
create function refuse_change_of_what_is_signed() returns trigger
    language plpgsql as
$$
begin
    raise exception using
        errcode = 'check_violation', constraint = 'note_is_locked', message = 'a signed text does not change';
end
$$;

create trigger signed_note_stays
    before update on note
    for each row
    when (old.signed_at is not null and (
        old.shared, old.signed_at, old.signed_by_id, old.credentials, old.hash, old.date, old.starts_at, old.ends_at,
        old.modality, old.present, old.status) is distinct from (
        new.shared, new.signed_at, new.signed_by_id, new.credentials, new.hash, new.date, new.starts_at, new.ends_at,
        new.modality, new.present, new.status))
execute function refuse_change_of_what_is_signed();

create trigger signed_part_stays
    before update on note_part
    for each row
    when (old.signed_at is not null and (
        old.content, old.participation, old.signed_at, old.hash, old.minutes, old.attendance) is distinct from (
        new.content, new.participation, new.signed_at, new.hash, new.minutes, new.attendance))
execute function refuse_change_of_what_is_signed();

create trigger addendum_stays
    before update or delete on note_addendum
    for each row
execute function refuse_change_of_what_is_signed();

create trigger signed_note_is_kept
    before delete on note
    for each row
    when (old.signed_at is not null)
execute function refuse_change_of_what_is_signed();

create trigger signed_part_is_kept
    before delete on note_part
    for each row
    when (old.signed_at is not null)
execute function refuse_change_of_what_is_signed();
