-- What a patient works on, the same through all versions of the plan. What it says stays sealed in the plan.
create table objective (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    interim text check (interim in ('TAKES_PART', 'PLANS_TOGETHER', 'STAYS_SAFE')), -- null for one of the patient's own plan
    primary key (clinic_id, id),
    unique (clinic_id, episode_id, interim),
    unique (clinic_id, id, episode_id)
);
call platform.guard('objective');
revoke update, delete on objective from "${runtime}";

-- In which version of the plan it stands, and how, from a day through the one on which the next version came into force.
create table objective_in_plan (
    clinic_id uuid not null default platform.current_clinic(),
    objective_id uuid not null,
    episode_id uuid not null,
    plan_version int not null check (plan_version >= 0), -- 0 is the interim plan
    status text not null check (status in ('NEW', 'IN_PROGRESS', 'MET', 'NOT_MET', 'GIVEN_UP')),
    serves text[] not null default '{}', -- which of the eight goals
    from_day date not null,
    through date,
    primary key (clinic_id, objective_id, plan_version),
    foreign key (clinic_id, objective_id, episode_id) references objective (clinic_id, id, episode_id)
);
create index objective_in_plan_of_episode on objective_in_plan (clinic_id, episode_id, objective_id, plan_version);
call platform.guard('objective_in_plan');
revoke delete on objective_in_plan from "${runtime}";

-- Equality beside ranges in exclusion constraints.
create extension if not exists btree_gist;

-- A session has a note, and another for whoever was found present later, or whose part was struck. The header is a copy of the session's,
-- which stays as it was when somebody signed.
create table note (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    session_id uuid not null,
    status text not null check (status in ('DUE', 'DRAFT', 'PENDING_COSIGN', 'SIGNED', 'WITHDRAWN', 'STRUCK')),
    of_group boolean not null,
    modality text not null,
    date date not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    present int not null check (present >= 0),
    present_elsewhere int not null check (present_elsewhere >= 0),
    owed_since timestamptz not null, -- where it is later than the session's end, it counts
    due_at timestamptz,
    overdue_at timestamptz,
    signed_late_since timestamptz, -- the deadline that whoever signed has missed
    cosigned_late_since timestamptz,
    shared text, -- sealed
    changed_at timestamptz not null,
    corrections int not null default 0 check (corrections >= 0), -- how often the attendance changed a part
    signed_at timestamptz,
    signed_by_id uuid,
    credentials text,
    hash text,
    led_alone boolean not null, -- by whoever signed it
    cosigned_at timestamptz,
    cosigned_by_id uuid,
    cosigner_credentials text,
    cosign_hash text,
    primary key (clinic_id, id),
    check (not of_group or status in ('DUE', 'WITHDRAWN') or shared is not null),
    check ((status in ('PENDING_COSIGN', 'SIGNED', 'STRUCK')) = (signed_at is not null)),
    check (signed_at is null or (signed_by_id is not null and credentials is not null and hash is not null)),
    check (num_nulls(cosigned_at, cosigned_by_id, cosigner_credentials, cosign_hash) in (0, 4)),
    check (cosigned_at is null or status in ('SIGNED', 'STRUCK')),
    check (cosigned_by_id <> signed_by_id),
    -- The same session may have several notes of one signer.
    constraint signer_is_in_one_session_at_a_time exclude using gist
        (clinic_id with =, signed_by_id with =, session_id with <>, tstzrange(starts_at, ends_at) with &&)
        where (led_alone and status in ('PENDING_COSIGN', 'SIGNED'))
);
create unique index one_open_note_per_session on note (clinic_id, session_id) where status not in ('SIGNED', 'STRUCK');
create index note_of_session on note (clinic_id, session_id, id);
create index note_of_signer on note (clinic_id, signed_by_id, starts_at) where led_alone;
create index note_by_status on note (clinic_id, status, id);
create index note_overdue on note (clinic_id, id) where overdue_at is not null;
create index note_signed_late on note (clinic_id, id)
    where signed_at is not null and coalesce(signed_late_since, cosigned_late_since) is not null;
call platform.guard('note');

-- A part for each patient who was there, with the times of presence as they were signed, and as the attendance has them by now. A part
-- that was struck stays.
create table note_part (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    note_id uuid not null,
    session_id uuid not null,
    patient_id uuid not null,
    episode_id uuid not null,
    present boolean not null,
    attendance text not null,
    minutes int not null check (minutes >= 0),
    attended_minutes int not null check (attended_minutes >= 0), -- by the newest word, and as what:
    attended_as text not null,
    answered boolean not null default false, -- whoever signed said something to what differs
    participation text check (participation in ('ACTIVE', 'MODERATE', 'MINIMAL', 'NONE')),
    content text, -- sealed
    signed_at timestamptz,
    hash text,
    starts_at timestamptz, -- of the patient's presence, as it is signed
    ends_at timestamptz,
    struck_at timestamptz,
    primary key (clinic_id, id),
    constraint one_part_per_patient unique (clinic_id, note_id, patient_id),
    foreign key (clinic_id, note_id) references note,
    check (participation is null or content is not null),
    check ((signed_at is null) = (hash is null)),
    check ((signed_at is null) = (starts_at is null)),
    check ((signed_at is null) = (ends_at is null)),
    check (starts_at <= ends_at),
    check (struck_at is null or signed_at is not null),
    constraint patient_is_in_one_session_at_a_time exclude using gist
        (clinic_id with =, patient_id with =, tstzrange(starts_at, ends_at) with &&)
        where (signed_at is not null and struck_at is null)
);
create unique index one_standing_part_per_patient on note_part (clinic_id, session_id, patient_id) where struck_at is null;
create index note_part_of_patient on note_part (clinic_id, patient_id, id);
create index note_part_of_episode on note_part (clinic_id, episode_id);
create index note_part_by_time on note_part (clinic_id, patient_id, starts_at, id) where signed_at is not null;
call platform.guard('note_part');

-- Which objectives a part links, and how each stood after the session.
create table objective_rating (
    clinic_id uuid not null default platform.current_clinic(),
    part_id uuid not null,
    objective_id uuid not null,
    rating text not null check (rating in ('WORSE', 'NO_CHANGE', 'SOME_PROGRESS', 'MUCH_PROGRESS', 'MET')),
    primary key (clinic_id, part_id, objective_id),
    foreign key (clinic_id, part_id) references note_part (clinic_id, id) on delete cascade,
    foreign key (clinic_id, objective_id) references objective (clinic_id, id)
);
call platform.guard('objective_rating');

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

-- Why a note was returned to its author, or struck.
create table note_reason (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    note_id uuid not null,
    patient_id uuid, -- null where it is about all of the note
    kind text not null check (kind in ('RETURNED', 'CORRECTED', 'STRUCK')),
    at timestamptz not null,
    by_id uuid, -- null where the attendance was corrected
    credentials text,
    reason text, -- sealed
    primary key (clinic_id, id),
    foreign key (clinic_id, note_id) references note (clinic_id, id),
    check (num_nulls(by_id, credentials, reason) = case when kind = 'CORRECTED' then 3 else 0 end)
);
create index note_reason_of_note on note_reason (clinic_id, note_id, id);
call platform.guard('note_reason');
revoke update, delete on note_reason from "${runtime}";

-- What looked wrong in a part, and why it was signed all the same.
create table note_doubt (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    note_id uuid not null,
    patient_id uuid not null,
    doubt text not null check (doubt in ('ALIKE', 'NAMES_ANOTHER')),
    reason text not null, -- sealed
    primary key (clinic_id, id),
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

-- Signed as it was signed: a supervisor's word is added or the author's taken back, and then it is struck at most.
create trigger signed_note_stays
    before update on note
    for each row
    when (old.signed_at is not null and (
        (new.signed_at is null and old.status <> 'PENDING_COSIGN')
        or (old.status = 'SIGNED' and new.status not in ('SIGNED', 'STRUCK'))
        or (old.status = 'STRUCK' and new.status <> 'STRUCK')
        or (old.cosigned_at is not null and (
            old.cosigned_at, old.cosigned_by_id, old.cosigner_credentials, old.cosign_hash) is distinct from (
            new.cosigned_at, new.cosigned_by_id, new.cosigner_credentials, new.cosign_hash))
        or (new.signed_at is not null and (
            old.shared, old.signed_at, old.signed_by_id, old.credentials, old.hash, old.date, old.starts_at, old.ends_at,
            old.modality, old.present, old.of_group, old.led_alone) is distinct from (
            new.shared, new.signed_at, new.signed_by_id, new.credentials, new.hash, new.date, new.starts_at, new.ends_at,
            new.modality, new.present, new.of_group, new.led_alone))))
execute function refuse_change_of_what_is_signed();

create trigger signed_part_stays
    before update on note_part
    for each row
    when (old.signed_at is not null and (
        (old.content, old.participation, old.signed_at, old.hash, old.minutes, old.attendance, old.patient_id, old.session_id,
            old.episode_id, old.starts_at, old.ends_at) is distinct from (
        new.content, new.participation, new.signed_at, new.hash, new.minutes, new.attendance, new.patient_id, new.session_id,
            new.episode_id, new.starts_at, new.ends_at)
        or (old.struck_at is not null and new.struck_at is distinct from old.struck_at)))
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

create function refuse_change_of_a_signed_rating() returns trigger
    language plpgsql as
$$
begin
    if exists (
        select from note_part
        where clinic_id in (new.clinic_id, old.clinic_id) and id in (new.part_id, old.part_id) -- neither taken away nor added
            and signed_at is not null) then
        raise exception using
            errcode = 'check_violation', constraint = 'note_is_locked', message = 'a signed text does not change';
    end if;
    return coalesce(new, old);
end
$$;

create trigger signed_rating_stays
    before insert or update or delete on objective_rating
    for each row
execute function refuse_change_of_a_signed_rating();
