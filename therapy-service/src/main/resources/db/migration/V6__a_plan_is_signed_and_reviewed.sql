-- A version of an episode's treatment plan; what it says is sealed.
create table plan (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    revision int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    version int not null check (version > 0),
    status text not null check (status in ('DRAFT', 'SIGNED', 'SUPERSEDED')),
    content text not null, -- sealed
    author_id uuid not null,
    changed_at timestamptz not null,
    signed_at timestamptz,
    signed_by_id uuid,
    credentials text,
    approval_needed boolean not null,
    approved_at timestamptz,
    approved_by_id uuid,
    approver_credentials text,
    patient_answer text check (patient_answer in ('SIGNED', 'SIGNED_ON_PAPER', 'DECLINED')),
    patient_asked_at timestamptz,
    patient_reason text, -- sealed
    in_force_at timestamptz,
    review_on date,
    primary key (clinic_id, id),
    check (num_nulls(signed_at, signed_by_id, credentials) in (0, 3)),
    check (num_nulls(approved_at, approved_by_id, approver_credentials) in (0, 3)),
    check (num_nulls(patient_answer, patient_asked_at) in (0, 2)),
    check (num_nulls(in_force_at, review_on) in (0, 2)),
    check (approved_by_id <> signed_by_id),
    check (patient_answer = 'SIGNED' or patient_reason is not null), -- passes while nobody was asked
    check ((status = 'DRAFT') = (in_force_at is null)),
    check (in_force_at is null
        or (signed_at is not null and patient_asked_at is not null and (not approval_needed or approved_at is not null)))
);
create unique index one_draft_at_a_time on plan (clinic_id, episode_id) where status = 'DRAFT';
-- Younger than the one above, and so asked after it: two who begin a draft at once break both, and are told of that.
create unique index one_plan_of_a_version on plan (clinic_id, episode_id, version);
create unique index one_plan_holds on plan (clinic_id, episode_id) where status = 'SIGNED';
call platform.guard('plan');

-- What holds stays as it was signed; only the next version supersedes it.
create function refuse_change_of_a_plan() returns trigger
    language plpgsql as
$$
begin
    raise exception using
        errcode = 'check_violation', constraint = 'plan_is_locked', message = 'a signed plan does not change';
end
$$;

create trigger signed_plan_stays
    before update on plan
    for each row
    when (old.in_force_at is not null and
        (to_jsonb(old) - 'status' - 'revision') is distinct from (to_jsonb(new) - 'status' - 'revision'))
execute function refuse_change_of_a_plan();

create trigger signed_plan_is_kept
    before delete on plan
    for each row
    when (old.in_force_at is not null)
execute function refuse_change_of_a_plan();

-- The next look at the plan of an episode that is open.
create table plan_review (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    version int not null,
    patient_id uuid not null,
    started date not null,
    ask_on date, -- once the program's rules are known
    due_on date,
    reason text not null check (reason in (
        'NO_PLAN_YET', 'PERIODIC', 'TRACK_CHANGED', 'SAFETY', 'NEW_DIAGNOSIS', 'CLINICAL_REVIEW')),
    asked_at timestamptz,
    signed_at timestamptz,
    ended_at timestamptz, -- once the episode is over; it may go on after all
    primary key (clinic_id, episode_id),
    check (num_nulls(ask_on, due_on) in (0, 2)),
    check (asked_at is null or due_on is not null),
    check ((reason = 'NO_PLAN_YET') = (signed_at is null))
);
create index plan_review_of_patient on plan_review (clinic_id, patient_id);
call platform.guard('plan_review');

-- What happened since a clinician signed the text, each with when it was known last.
create table plan_review_cause (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    reason text not null check (reason in ('TRACK_CHANGED', 'SAFETY', 'NEW_DIAGNOSIS', 'CLINICAL_REVIEW')),
    known_at timestamptz not null,
    from_day date not null,
    by_day date not null,
    primary key (clinic_id, episode_id, reason),
    foreign key (clinic_id, episode_id) references plan_review (clinic_id, episode_id)
);
call platform.guard('plan_review_cause');
