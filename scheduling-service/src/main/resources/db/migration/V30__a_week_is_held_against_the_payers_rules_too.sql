-- By which rules the days of an approval are held: those on which its payer is the one who is billed.
create table approval_rules (
    clinic_id uuid not null default platform.current_clinic(),
    approval_id uuid not null,
    payer_id uuid not null,
    first_day date not null,
    last_day date not null,
    rules jsonb not null,
    apart text[] not null,
    primary key (clinic_id, approval_id, first_day),
    foreign key (clinic_id, approval_id) references approval (clinic_id, id),
    check (first_day <= last_day)
);
call platform.guard('approval_rules');

-- A week is told under each rule set.
alter table week
    add column rules_of text not null default 'PROGRAM' check (rules_of in ('PROGRAM', 'PAYER')),
    drop constraint week_pkey,
    add primary key (clinic_id, episode_id, week_start, rules_of),
    drop constraint week_because_check,
    add constraint week_because_check
        check (because in ('NOT_WHOLLY_IN_PROGRAM', 'ON_HOLD', 'CLOSED', 'APPROVED_IN_PART', 'NOT_APPROVED'));
alter table week alter column rules_of drop default;
