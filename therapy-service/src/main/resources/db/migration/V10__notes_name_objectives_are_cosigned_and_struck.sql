-- Who answers for whose work: they co-sign notes of those who do not practise independently.
alter table staff add column supervisor_id uuid;

-- A visit's note has a format with its sections, a group's a text for all and a part for each.
alter table session add column in_group boolean not null default true;

-- What a patient works on, the same through all versions of the plan. What it says stays sealed in the plan.
create table objective (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    interim text check (interim in ('TAKES_PART', 'PLANS_TOGETHER', 'STAYS_SAFE')), -- null for one of the patient's own plan
    primary key (clinic_id, id),
    unique (clinic_id, episode_id, interim)
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
    foreign key (clinic_id, objective_id) references objective (clinic_id, id)
);
create index objective_in_plan_of_episode on objective_in_plan (clinic_id, episode_id, objective_id, plan_version);
call platform.guard('objective_in_plan');
revoke delete on objective_in_plan from "${runtime}";

-- A session has a note, and another for whoever was found present later, or whose part was struck.
alter table note
    drop constraint one_note_per_session,
    drop constraint note_status_check,
    drop constraint note_check,
    drop constraint note_check1,
    add column of_group boolean not null default true,
    add column present_elsewhere int not null default 0 check (present_elsewhere >= 0),
    add column owed_since timestamptz not null default 'epoch', -- where it is later than the session's end, it counts
    add column led_alone boolean not null default false, -- by whoever signed it
    add column cosigned_at timestamptz,
    add column cosigned_by_id uuid,
    add column cosigner_credentials text,
    add column cosign_hash text,
    add check (status in ('DUE', 'DRAFT', 'PENDING_COSIGN', 'SIGNED', 'WITHDRAWN', 'STRUCK')),
    add check (not of_group or status in ('DUE', 'WITHDRAWN') or shared is not null),
    add check ((status in ('PENDING_COSIGN', 'SIGNED', 'STRUCK')) = (signed_at is not null)),
    add check (num_nulls(cosigned_at, cosigned_by_id, cosigner_credentials, cosign_hash) in (0, 4)),
    add check (cosigned_at is null or status in ('SIGNED', 'STRUCK')),
    add check (cosigned_by_id <> signed_by_id);
create unique index one_open_note_per_session on note (clinic_id, session_id) where status not in ('SIGNED', 'STRUCK');
create index note_of_session on note (clinic_id, session_id, id);
create index note_of_signer on note (clinic_id, signed_by_id, starts_at) where led_alone;

-- Times of presence as they were signed, and as the attendance has them by now. A part that was struck stays.
alter table note_part
    drop constraint note_part_check,
    add column session_id uuid,
    add column attended_minutes int,
    add column starts_at timestamptz, -- of the session, as it is signed
    add column ends_at timestamptz,
    add column struck_at timestamptz,
    add check (participation is null or content is not null),
    add check (struck_at is null or signed_at is not null);

-- What stands already is the owner's to complete: the guard is let down for that, and put up again.
alter table note_part no force row level security;
alter table note no force row level security;
alter table note_part disable trigger user;
update note_part part
set session_id = note.session_id, attended_minutes = part.minutes,
    starts_at = case when part.signed_at is not null then note.starts_at end,
    ends_at = case when part.signed_at is not null then note.ends_at end
from note where note.clinic_id = part.clinic_id and note.id = part.note_id;
alter table note_part enable trigger user;
alter table note force row level security;
alter table note_part force row level security;

-- In the same way each stay has an interim plan, until the next plan is signed: those before name no objectives.
alter table episode no force row level security;
alter table objective no force row level security;
alter table objective_in_plan no force row level security;
insert into objective (clinic_id, id, episode_id, interim)
select clinic_id, gen_random_uuid(), id, code
from episode cross join unnest(array ['TAKES_PART', 'PLANS_TOGETHER', 'STAYS_SAFE']) as code
where started is not null;
insert into objective_in_plan (clinic_id, objective_id, episode_id, plan_version, status, from_day)
select one.clinic_id, one.id, one.episode_id, 0, 'IN_PROGRESS', episode.started
from objective one join episode on episode.clinic_id = one.clinic_id and episode.id = one.episode_id;
alter table objective_in_plan force row level security;
alter table objective force row level security;
alter table episode force row level security;

-- Equality beside ranges in exclusion constraints.
create extension if not exists btree_gist;

alter table note_part
    alter column session_id set not null,
    alter column attended_minutes set not null,
    add check ((signed_at is null) = (starts_at is null)),
    add check ((signed_at is null) = (ends_at is null)),
    add constraint patient_is_in_one_session_at_a_time exclude using gist
        (clinic_id with =, patient_id with =, tstzrange(starts_at, ends_at) with &&)
        where (signed_at is not null and struck_at is null);
create unique index one_standing_part_per_patient on note_part (clinic_id, session_id, patient_id) where struck_at is null;
create index note_part_by_time on note_part (clinic_id, patient_id, starts_at)
    where signed_at is not null and struck_at is null;
drop index note_part_of_episode;
create index note_part_of_episode on note_part (clinic_id, episode_id);

-- The same session may have several notes of one signer.
alter table note
    add constraint signer_is_in_one_session_at_a_time exclude using gist
        (clinic_id with =, signed_by_id with =, session_id with <>, tstzrange(starts_at, ends_at) with &&)
        where (led_alone and status in ('PENDING_COSIGN', 'SIGNED'));

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

-- A note that was returned is signed once more, and may be doubted once more.
alter table note_doubt drop constraint note_doubt_clinic_id_note_id_patient_id_doubt_key;

-- Signed as it was signed: a supervisor's word is added or the author's taken back, and then it is struck at most.
drop trigger signed_note_stays on note;
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

drop trigger signed_part_stays on note_part;
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

create function refuse_change_of_a_signed_rating() returns trigger
    language plpgsql as
$$
begin
    if exists (
        select from note_part
        where clinic_id = coalesce(new.clinic_id, old.clinic_id) and id = coalesce(new.part_id, old.part_id)
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
