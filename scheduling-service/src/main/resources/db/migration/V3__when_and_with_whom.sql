-- When a patient can not come: work, school, court, children. All of it has one version, and is said anew as a whole.
create table availability (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    version int not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (clinic_id, patient_id)
);
call platform.guard('availability');

create table busy_time (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    place int not null,
    kind text not null check (kind in ('WORK', 'SCHOOL', 'COURT', 'CHILDCARE', 'MEDICAL', 'TRANSPORT', 'OTHER')),
    weekday text not null
        check (weekday in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    opens_at time not null,
    closes_at time not null,
    first_day date not null,
    last_day date,
    primary key (clinic_id, patient_id, place),
    foreign key (clinic_id, patient_id) references availability (clinic_id, patient_id),
    check (opens_at < closes_at),
    check (last_day >= first_day)
);
call platform.guard('busy_time');

-- Two patients who are never in one group and never in one session. Why, is not kept: what is not kept is not shown.
create table kept_apart (
    clinic_id uuid not null default platform.current_clinic(),
    one_id uuid not null,
    other_id uuid not null,
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (clinic_id, one_id, other_id),
    check (one_id < other_id)
);
call platform.guard('kept_apart');
create index kept_apart_from on kept_apart (clinic_id, other_id);

-- Whoever keeps two people apart waits for those who are seating somebody, and they for whoever does: none misses the other.
create function hold_apart_or_together(apart boolean) returns void language plpgsql as
$$
declare
    hold bigint := hashtextextended('kept-apart' || platform.current_clinic(), 0);
begin
    if apart then
        perform pg_advisory_xact_lock(hold);
    else
        perform pg_advisory_xact_lock_shared(hold);
    end if;
end
$$;

create function refuse_those_kept_apart() returns trigger language plpgsql as
$$
declare
    together boolean;
begin
    perform hold_apart_or_together(false);
    if tg_table_name = 'seat' then
        select exists (
            select from kept_apart k
            join seat t on t.clinic_id = k.clinic_id and t.session_id = new.session_id and t.live
              and t.patient_id = case when k.one_id = new.patient_id then k.other_id else k.one_id end
            where k.clinic_id = new.clinic_id and (k.one_id = new.patient_id or k.other_id = new.patient_id)) into together;
    else
        select exists (
            select from kept_apart k
            join membership m on m.clinic_id = k.clinic_id and m.group_id = new.group_id and m.status <> 'LEFT'
              and m.patient_id = case when k.one_id = new.patient_id then k.other_id else k.one_id end
            where k.clinic_id = new.clinic_id and (k.one_id = new.patient_id or k.other_id = new.patient_id)) into together;
    end if;
    if together then
        raise exception 'not possible for this patient' using errcode = 'check_violation', constraint = 'seat_not_possible';
    end if;
    return null;
end
$$;
create trigger kept_apart after insert on seat for each row execute function refuse_those_kept_apart();
create trigger kept_apart after insert on membership for each row execute function refuse_those_kept_apart();

-- A seat that makes up for a session says for which, and each is made up for once; one that just adds to a week is an extra.
alter table seat
    add column makes_up_for uuid,
    drop constraint seat_kind_check,
    add check (kind in ('MEMBER', 'MAKE_UP', 'EXTRA')),
    add check ((kind = 'MAKE_UP') = (makes_up_for is not null)),
    -- Not looked through: no seat makes up for anything yet, and outside of a clinic nobody may read them.
    add foreign key (clinic_id, makes_up_for) references session (clinic_id, id) not valid;
create unique index made_up_for_before on seat (clinic_id, patient_id, makes_up_for) where live and makes_up_for is not null;

-- What payers approved in advance, as enrollment says it.
create table approval (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    version int not null,
    unit text not null check (unit in ('DAY', 'HOUR', 'QUARTER_HOUR')),
    units int not null,
    first_day date not null,
    last_day date not null,
    primary key (clinic_id, id)
);
call platform.guard('approval');
create index approvals_of_a_patient on approval (clinic_id, patient_id, last_day);

-- For the board: who is in the program in a week.
create index episode_that_runs on episode (clinic_id, starts_on) where last_day is null;
create index episode_that_ended on episode (clinic_id, last_day) where last_day is not null;
