create extension if not exists btree_gist;

create table clinic (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    name text not null,
    zone text not null,
    week_start text not null,
    on_call_phone text,
    on_call_email text,
    primary key (clinic_id, id),
    check (clinic_id = id)
);
call platform.guard('clinic');

create table program (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    name text not null,
    length_days int not null check (length_days between 1 and 366),
    adolescents boolean not null,
    level text not null check (level in ('LEVEL_1', 'LEVEL_2_1', 'LEVEL_2_5')),
    ended_at timestamptz,
    primary key (clinic_id, id),
    constraint program_name_taken unique (clinic_id, name)
);
call platform.guard('program');

-- What a week must be, from a day until the next rules begin; what was is kept, because weeks were measured by it.
create table program_rules (
    clinic_id uuid not null default platform.current_clinic(),
    program_id uuid not null,
    number int not null,
    effective_from date not null,
    rules text not null,
    primary key (clinic_id, program_id, number),
    foreign key (clinic_id, program_id) references program (clinic_id, id),
    unique (clinic_id, program_id, effective_from)
);
call platform.guard('program_rules');

-- One that is given up stays, because people were in it.
create table program_track (
    clinic_id uuid not null default platform.current_clinic(),
    program_id uuid not null,
    code text not null,
    name text not null,
    ended_at timestamptz,
    primary key (clinic_id, program_id, code),
    foreign key (clinic_id, program_id) references program (clinic_id, id)
);
call platform.guard('program_track');

create table inquiry (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    channel text not null check (channel in ('PHONE', 'WEB', 'WALK_IN', 'REFERRAL')),
    source text not null check (source in ('SELF', 'FAMILY_OR_FRIEND', 'HOSPITAL', 'PROVIDER', 'COURT', 'EMPLOYER', 'SCHOOL',
        'INSURER', 'ONLINE', 'UNKNOWN')),
    status text not null check (status in ('NEW', 'CONTACTED', 'REGISTERED', 'CLOSED')),
    caller text, -- sealed; erased in time
    received_at timestamptz not null,
    tries text not null, -- who called back when, and whether the caller was reached
    first_contact_at timestamptz,
    registered_at timestamptz,
    closed_because text check (closed_because in ('NOT_INTERESTED', 'NOT_REACHED', 'ANOTHER_LEVEL_OF_CARE',
        'ANOTHER_PROGRAM', 'NO_COVERAGE', 'CALLED_BEFORE', 'OTHER')),
    primary key (clinic_id, id),
    check (first_contact_at >= received_at),
    check (registered_at >= received_at),
    check ((registered_at is null) = (status in ('NEW', 'CONTACTED')) or status = 'CLOSED'),
    check ((status = 'CLOSED') = (closed_because is not null))
);
call platform.guard('inquiry');
create index inquiry_by_status on inquiry (clinic_id, status, id);
create index inquiry_by_channel on inquiry (clinic_id, channel, received_at);

-- Houses and offices that send people; what stands here is on their letterheads.
create table partner (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    kind text not null check (kind in ('HOSPITAL', 'WITHDRAWAL_MANAGEMENT', 'RESIDENTIAL_PROGRAM', 'PROVIDER',
        'COURT_OR_PROBATION', 'EMPLOYER', 'SCHOOL', 'HEALTH_PLAN')),
    name text not null,
    address text,
    phone text,
    ended_at timestamptz,
    primary key (clinic_id, id),
    constraint partner_name_taken unique (clinic_id, name)
);
call platform.guard('partner');

-- People whom somebody sent; who they are stands with the first call, and is erased with it.
create table referral (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    inquiry_id uuid not null,
    partner_id uuid,
    facility text, -- sealed
    reason text not null check (reason in ('STEP_DOWN', 'STEP_UP', 'FIRST_TREATMENT', 'CONDITION_OF_A_COURT', 'OTHER')),
    leaves_level text,
    leaves_on date,
    received_at timestamptz not null,
    reported text check (reported in ('RECEIVED', 'CONTACTED', 'REGISTERED', 'WAITING', 'ADMITTED', 'DISCHARGED',
        'NOT_COMING')),
    reported_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, inquiry_id) references inquiry (clinic_id, id),
    foreign key (clinic_id, partner_id) references partner (clinic_id, id),
    unique (clinic_id, inquiry_id),
    check ((partner_id is null) <> (facility is null)),
    check ((reason = 'STEP_DOWN') = (leaves_on is not null)),
    check ((leaves_on is null) = (leaves_level is null)),
    check ((reported is null) = (reported_at is null))
);
call platform.guard('referral');
create index referrals_by_partner on referral (clinic_id, partner_id, id);

create table patient (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    identity text not null, -- a digest of name and birth date
    namesake int not null check (namesake >= 0), -- which of several who share both
    language text not null,
    zone text,
    contact text not null, -- sealed: name, birth date, and how to reach them
    about text not null, -- sealed: what other services are not told
    may_phone boolean not null,
    may_text boolean not null,
    may_email boolean not null,
    may_voicemail boolean not null,
    safe_from time,
    safe_until time,
    may_say text not null check (may_say in ('NOTHING', 'ASK_FOR_A_CALL_BACK', 'CLINIC_NAME')),
    inquiry_id uuid,
    primary key (clinic_id, id),
    foreign key (clinic_id, inquiry_id) references inquiry (clinic_id, id),
    constraint registered_twice unique (clinic_id, identity, namesake),
    constraint inquiry_has_its_patient unique (clinic_id, inquiry_id),
    check (may_phone or not may_voicemail),
    check ((safe_from is null) = (safe_until is null) and safe_from < safe_until)
);
call platform.guard('patient');

-- Keyed digests of how a patient's family name begins, and of what else they are recognised by: found by what is typed, told
-- by nothing that stands here.
create table patient_digest (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    digest text not null,
    primary key (clinic_id, digest, patient_id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id)
);
call platform.guard('patient_digest');
create index digests_of_a_patient on patient_digest (clinic_id, patient_id);

create table screening (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    edition text not null check (edition = '3'),
    withdrawal int not null check (withdrawal between 0 and 4),
    biomedical int not null check (biomedical between 0 and 4),
    emotional int not null check (emotional between 0 and 4),
    readiness int not null check (readiness between 0 and 4),
    relapse int not null check (relapse between 0 and 4),
    environment int not null check (environment between 0 and 4),
    ambulatory_withdrawal_management boolean not null,
    suggested_level text,
    fired_rule text not null,
    screened_by text not null,
    screened_at timestamptz not null,
    decided_level text,
    decided_reason text, -- sealed
    decided_by text,
    decided_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    check ((decided_level is null) = (decided_by is null) and (decided_level is null) = (decided_at is null))
);
call platform.guard('screening');
create index screening_of_patient on screening (clinic_id, patient_id, id);

-- Questionnaires of intake, as they were scored when they were taken.
create table measure (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    instrument text not null,
    instrument_version text not null,
    taken_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by_id uuid,
    answers jsonb not null,
    answered_for text,
    total int,
    band text,
    prorated boolean not null,
    missing jsonb not null,
    subscales jsonb not null,
    alerts jsonb not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    check (taken_at <= recorded_at)
);
call platform.guard('measure');
revoke update, delete on measure from "${runtime}";
create index measure_of_patient on measure (clinic_id, patient_id, id);

-- What stops an admission. What was found is never changed or deleted; what was done about it stands beside.
create table finding (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    stop text not null,
    screening_id uuid,
    measure_id uuid,
    raised_by text not null,
    raised_at timestamptz not null,
    last_raised_at timestamptz not null,
    times_raised int not null,
    status text not null check (status in ('OPEN', 'CO_SIGNATURE_DUE', 'CLEARED', 'OVERRIDDEN')),
    disposition text,
    assessment text, -- sealed
    cleared_by text,
    cleared_as text,
    cleared_at timestamptz,
    override_reason text, -- sealed
    withdrawal_plan text, -- sealed
    overridden_by text,
    overridden_as text,
    override_credential text,
    overridden_at timestamptz,
    co_signed_by text,
    co_signed_as text,
    co_signed_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    foreign key (clinic_id, screening_id) references screening (clinic_id, id),
    foreign key (clinic_id, measure_id) references measure (clinic_id, id),
    check ((status = 'CLEARED') = (cleared_at is not null)),
    check ((cleared_at is null) = (disposition is null) and (cleared_at is null) = (cleared_by is null)),
    check (status not in ('OVERRIDDEN', 'CO_SIGNATURE_DUE') or overridden_at is not null),
    check ((overridden_at is null) = (override_reason is null) and (overridden_at is null) = (overridden_by is null)),
    check ((overridden_at is null) = (overridden_as is null)),
    check (co_signed_at is null or overridden_at is not null),
    check ((co_signed_at is null) = (co_signed_by is null)),
    constraint nobody_co_signs_themselves check (co_signed_by <> overridden_by)
);
call platform.guard('finding');
revoke update, delete on finding from "${runtime}";
grant update (version, last_raised_at, times_raised, status, disposition, assessment, cleared_by, cleared_as, cleared_at,
    override_reason, withdrawal_plan, overridden_by, overridden_as, override_credential, overridden_at,
    co_signed_by, co_signed_as, co_signed_at) on finding to "${runtime}";
create unique index one_finding_stands on finding (clinic_id, patient_id, stop) where status in ('OPEN', 'CO_SIGNATURE_DUE');
create index findings_standing on finding (clinic_id, id) where status in ('OPEN', 'CO_SIGNATURE_DUE');
create index findings_of_a_patient on finding (clinic_id, patient_id, id);
create index findings_overridden on finding (clinic_id, overridden_at, id) where overridden_at is not null;

create table diagnosis (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    code text not null check (code ~ '^F[0-9]{2}([.][0-9A-Z]{1,4})?$'),
    severity text check (severity in ('MILD', 'MODERATE', 'SEVERE')),
    diagnosed_by text not null,
    diagnosed_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    ended_because text check (ended_because in ('RESOLVED', 'ENTERED_WRONGLY')),
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    check (num_nulls(ended_by, ended_at, ended_because) in (0, 3)),
    check (ended_at >= diagnosed_at)
);
call platform.guard('diagnosis');
revoke update, delete on diagnosis from "${runtime}";
grant update (version, ended_by, ended_at, ended_because) on diagnosis to "${runtime}";
create unique index diagnosed_already on diagnosis (clinic_id, patient_id, code) where ended_at is null;
create index diagnoses_of_a_patient on diagnosis (clinic_id, patient_id, id);

-- The clinic's texts that patients sign, every version.
create table form_text (
    clinic_id uuid not null default platform.current_clinic(),
    kind text not null check (kind in ('TREATMENT', 'PRIVACY_NOTICE', 'PROGRAM_RULES', 'FINANCIAL_AGREEMENT')),
    version int not null check (version > 0),
    text text not null,
    sign_again boolean not null,
    published_by text not null,
    published_at timestamptz not null,
    constraint form_published_meanwhile primary key (clinic_id, kind, version)
);
call platform.guard('form_text');
revoke update, delete on form_text from "${runtime}";

create table consent (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    kind text not null check (kind in ('TREATMENT', 'PRIVACY_NOTICE', 'PROGRAM_RULES', 'FINANCIAL_AGREEMENT',
        'CARE_DISCLOSURE', 'NAMED_DISCLOSURE', 'COUNSELING_NOTES_DISCLOSURE', 'PROCEEDINGS_DISCLOSURE', 'CRIMINAL_JUSTICE_DISCLOSURE')),
    status text not null check (status in ('DRAFT', 'ACTIVE', 'EXPIRED', 'REVOKED', 'SUPERSEDED')),
    terms text,
    words text, -- sealed
    signer text, -- sealed
    relationship text,
    method text,
    signed_at timestamptz,
    signed_from text, -- sealed; only of an electronic signature
    document_digest text,
    form_version int,
    ends_at timestamptz,
    ended_at timestamptz,
    superseded_by_id uuid,
    revoked_how text check (revoked_how in ('SPOKEN', 'WRITTEN', 'IN_THE_APP')),
    register_version bigint,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    foreign key (clinic_id, superseded_by_id) references consent (clinic_id, id),
    constraint terms_belong_to_disclosures
        check ((kind in ('TREATMENT', 'PRIVACY_NOTICE', 'PROGRAM_RULES', 'FINANCIAL_AGREEMENT')) = (terms is null)),
    check ((terms is null) = (words is null)),
    check ((status = 'DRAFT') = (signer is null)),
    check ((signer is null) = (signed_at is null) and (signer is null) = (document_digest is null)),
    check (signed_from is null or method = 'ELECTRONIC'),
    check ((form_version is not null) = (signer is not null and terms is null)),
    check ((status in ('EXPIRED', 'REVOKED', 'SUPERSEDED')) = (ended_at is not null)),
    check ((status = 'REVOKED') = (revoked_how is not null)),
    check ((status = 'SUPERSEDED') = (superseded_by_id is not null))
);
call platform.guard('consent');
revoke delete on consent from "${runtime}";
create unique index already_consented on consent (clinic_id, patient_id, kind)
    where status = 'ACTIVE' and kind in ('TREATMENT', 'PRIVACY_NOTICE', 'PROGRAM_RULES', 'FINANCIAL_AGREEMENT');
create index consents_of_a_patient on consent (clinic_id, patient_id, id);

-- What was signed, word for word, and the drawn signature; never changed.
create table consent_document (
    clinic_id uuid not null default platform.current_clinic(),
    consent_id uuid not null,
    document text not null, -- sealed
    drawing text, -- sealed
    primary key (clinic_id, consent_id),
    foreign key (clinic_id, consent_id) references consent (clinic_id, id)
);
call platform.guard('consent_document');
revoke update, delete on consent_document from "${runtime}";

-- The number of the last change that the services were told, for each patient.
create table consent_version (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    version bigint not null,
    primary key (clinic_id, patient_id)
);
call platform.guard('consent_version');

-- Which service applied which change, and when, by its own clock.
create table consent_applied (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    service text not null,
    version bigint not null,
    applied_at timestamptz not null,
    primary key (clinic_id, patient_id, service, version)
);
call platform.guard('consent_applied');
revoke update, delete on consent_applied from "${runtime}";

-- Disclosures of all services, made and refused.
create table disclosure (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    patient_id uuid not null,
    at timestamptz not null,
    service text not null,
    actor text not null,
    recipient_kind text not null,
    recipient_id uuid,
    told text, -- sealed: name and address of whoever was told, where the consent names a class
    purpose text not null,
    categories text[] not null check (cardinality(categories) > 0),
    channel text not null,
    permitted boolean not null,
    basis text not null,
    consent_id uuid,
    authority_id uuid,
    refusal text,
    notice text,
    primary key (clinic_id, id),
    check ((consent_id is not null) = (permitted and basis = 'CONSENT')),
    check ((authority_id is not null) = (basis <> 'CONSENT')),
    check ((notice is not null) = (consent_id is not null)),
    check (permitted = (refusal is null))
);
call platform.guard('disclosure');
revoke update, delete on disclosure from "${runtime}";
create index disclosures_of_a_patient on disclosure (clinic_id, patient_id, id);

-- What a patient asked for about their record, or complained of; what was said on both sides is sealed.
create table rights_request (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    asked_for text not null check (asked_for in ('ACCESS', 'AMENDMENT', 'ACCOUNTING', 'RESTRICTION', 'CONFIDENTIAL_CONTACT',
        'COMPLAINT')),
    status text not null check (status in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
    words text not null,
    received_on date not null, -- the time for the answer runs from it
    received_at timestamptz not null, -- when it was entered
    received_by text not null,
    due_on date not null,
    extended boolean not null,
    extension_reason text, -- sealed
    outcome text check (outcome in ('GRANTED', 'PARTLY_GRANTED', 'DENIED', 'RESOLVED')),
    answer text,
    disagreement text,
    answered_by text,
    ended_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    check ((status = 'OPEN') = (ended_at is null)),
    check ((status = 'ANSWERED') = (outcome is not null)),
    check ((outcome is null) = (answer is null) and (outcome is null) = (answered_by is null)),
    check ((asked_for = 'COMPLAINT') = (outcome = 'RESOLVED')),
    check (extended = (extension_reason is not null)),
    check (disagreement is null or asked_for = 'AMENDMENT' and outcome in ('PARTLY_GRANTED', 'DENIED'))
);
call platform.guard('rights_request');
revoke delete on rights_request from "${runtime}";
create index rights_requests_of_a_patient on rights_request (clinic_id, patient_id, id);
create index rights_requests_by_status on rights_request (clinic_id, status, id);

-- A record opened in an emergency, for an hour, and its review.
create table break_glass (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    staff_id uuid not null,
    nature text not null,
    opened_at timestamptz not null,
    until timestamptz not null,
    verdict text check (verdict in ('JUSTIFIED', 'NOT_JUSTIFIED')),
    remark text,
    reviewer text,
    reviewed_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    check (until <= opened_at + interval '1 hour'),
    check ((verdict is null) = (reviewed_at is null)),
    check ((verdict is null) = (reviewer is null))
);
call platform.guard('break_glass');
revoke delete on break_glass from "${runtime}";
create index break_glass_to_review on break_glass (clinic_id, id) where verdict is null;
create index break_glass_of_a_patient on break_glass (clinic_id, patient_id, staff_id, until);

-- What must be on record of a disclosure in an emergency, 42 CFR 2.51(c): names are sealed.
create table emergency_disclosure (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    break_glass_id uuid not null,
    patient_id uuid not null,
    at timestamptz not null,
    names text not null,
    noted_by uuid not null, -- by their account; the name that is asked for is typed
    primary key (clinic_id, id),
    foreign key (clinic_id, break_glass_id) references break_glass (clinic_id, id)
);
call platform.guard('emergency_disclosure');
revoke update, delete on emergency_disclosure from "${runtime}";
create index disclosures_in_an_emergency on emergency_disclosure (clinic_id, break_glass_id, id);

-- Agreements and court orders that something is disclosed under without consent; parties and references are sealed.
create table authority (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    kind text not null check (kind in ('QUALIFIED_SERVICE_ORGANIZATION', 'AUDIT_AND_EVALUATION', 'COURT_ORDER')),
    terms text not null,
    words text not null,
    first_day date not null,
    last_day date,
    ended_at timestamptz,
    primary key (clinic_id, id),
    check (last_day >= first_day),
    check (kind <> 'AUDIT_AND_EVALUATION' or last_day is not null)
);
call platform.guard('authority');
revoke delete on authority from "${runtime}";

create table episode (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    program_id uuid not null,
    track text not null,
    status text not null check (status in ('WAITING', 'ADMITTED', 'DISCHARGE_PLANNED', 'DISCHARGED', 'WITHDRAWN')),
    previous_id uuid,
    priority text not null check (priority in ('PREGNANT_AND_INJECTING', 'PREGNANT', 'INJECTING', 'LEAVING_INPATIENT_CARE',
        'ROUTINE')),
    waiting_since timestamptz not null,
    withdrawal_reason text check (withdrawal_reason in ('FOUND_CARE_ELSEWHERE', 'NEEDS_ANOTHER_LEVEL', 'CHANGED_THEIR_MIND',
        'NOT_COVERED', 'NO_CONTACT', 'INCARCERATED', 'DECEASED', 'ENTERED_WRONGLY', 'OTHER', 'UNKNOWN')),
    start date,
    target_end date,
    placement text check (placement in ('COMPLETE', 'INCOMPLETE')),
    placement_missing_minutes int,
    placement_missing_days int,
    ready_for_step_down_at timestamptz,
    planned_end date,
    planned_reason text,
    planned_next_level text,
    last_day date,
    discharge_reason text,
    discharge_waiver text,
    care_ended_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    foreign key (clinic_id, previous_id) references episode (clinic_id, id),
    foreign key (clinic_id, program_id, track) references program_track (clinic_id, program_id, code),
    check ((status in ('ADMITTED', 'DISCHARGE_PLANNED', 'DISCHARGED')) = (start is not null)),
    check ((status = 'WITHDRAWN') = (withdrawal_reason is not null)),
    check ((status = 'DISCHARGED') = (last_day is not null)),
    -- Whoever comes back on the day they left is in both on that day.
    constraint episodes_do_not_overlap exclude using gist
        (clinic_id with =, patient_id with =, daterange(start, last_day, '[)') with &&) where (start is not null),
    check (last_day >= start),
    check ((placement is null) = (placement_missing_minutes is null)),
    check ((placement is null) = (placement_missing_days is null))
);
call platform.guard('episode');
create unique index one_open_episode on episode (clinic_id, patient_id)
    where status in ('WAITING', 'ADMITTED', 'DISCHARGE_PLANNED');
create index episode_by_status on episode (clinic_id, status, id);
create index episode_of_patient on episode (clinic_id, patient_id, id);
-- For reports on a period: who came in it, who left in it, who was in at its beginning.
create index episode_by_start on episode (clinic_id, start, id) where start is not null;
create index episode_by_last_day on episode (clinic_id, last_day, id) where last_day is not null;
create index episode_in_care on episode (clinic_id, start) where start is not null and last_day is null;

create index episode_by_track on episode (clinic_id, program_id, track, status);

-- Free places of each track, as scheduling counts them.
create table free_places (
    clinic_id uuid not null default platform.current_clinic(),
    program_id uuid not null,
    track text not null,
    from_date date not null,
    free int not null,
    primary key (clinic_id, program_id, track)
);
call platform.guard('free_places');

-- A place that is kept for somebody who waits, until they answer or the time is over.
create table offer (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    episode_id uuid not null,
    patient_id uuid not null,
    status text not null check (status in ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    made_at timestamptz not null,
    answer_by timestamptz not null,
    passed_over text check (passed_over in ('NOT_REACHED', 'WANT_ANOTHER_TIME', 'NOT_READY', 'CLINICAL_NEED')),
    refused text check (refused in ('ANOTHER_TIME_WANTED', 'NOT_NOW', 'ANOTHER_PROGRAM', 'TRANSPORT', 'COST', 'OTHER')),
    ended_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, episode_id) references episode (clinic_id, id),
    check (answer_by > made_at),
    check ((status = 'OPEN') = (ended_at is null)),
    check ((status = 'DECLINED') = (refused is not null))
);
call platform.guard('offer');
create unique index one_open_offer on offer (clinic_id, episode_id) where status in ('OPEN', 'ACCEPTED');
create index offers_of_an_episode on offer (clinic_id, episode_id, id);

-- Who stood before somebody to whom a place was offered out of turn, and had none offered themselves.
create table passed_over (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    offer_id uuid not null,
    primary key (clinic_id, episode_id, offer_id),
    foreign key (clinic_id, episode_id) references episode (clinic_id, id),
    foreign key (clinic_id, offer_id) references offer (clinic_id, id)
);
call platform.guard('passed_over');

create table episode_care_team (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    staff_id uuid not null,
    role text not null check (role in ('PRIMARY_CLINICIAN', 'CLINICIAN', 'PRESCRIBER', 'SUPERVISOR')),
    primary key (clinic_id, episode_id, staff_id),
    foreign key (clinic_id, episode_id) references episode (clinic_id, id)
);
call platform.guard('episode_care_team');

-- What a patient answered for the state's report; an admission has exactly one discharge beside it, and no discharge stands alone.
create table teds_record (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    moment text not null check (moment in ('ADMISSION', 'DISCHARGE')),
    beside text generated always as (case when moment = 'DISCHARGE' then 'ADMISSION' end) stored,
    version int not null,
    patient_id uuid not null,
    answers text not null, -- sealed: race, origin, income, arrests, substances
    imputed boolean not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, episode_id, moment),
    foreign key (clinic_id, episode_id) references episode (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    foreign key (clinic_id, episode_id, beside) references teds_record (clinic_id, episode_id, moment),
    check (not imputed or moment = 'DISCHARGE')
);
call platform.guard('teds_record');

-- Each version of it; never changed.
create table teds_record_version (
    clinic_id uuid not null default platform.current_clinic(),
    episode_id uuid not null,
    moment text not null,
    version int not null,
    answers text not null, -- sealed
    imputed boolean not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (clinic_id, episode_id, moment, version),
    foreign key (clinic_id, episode_id, moment) references teds_record (clinic_id, episode_id, moment)
);
call platform.guard('teds_record_version');
revoke update, delete on teds_record_version from "${runtime}";

-- Which records the state's report still lacks, and since when; a row goes when the record is there.
create table teds_missing (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    moment text not null check (moment in ('ADMISSION', 'DISCHARGE')),
    patient_id uuid not null,
    since date not null,
    primary key (clinic_id, id),
    unique (clinic_id, episode_id, moment),
    foreign key (clinic_id, episode_id) references episode (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id)
);
call platform.guard('teds_missing');

-- What aftercare says of the steps after discharge: the gate of discharge.
create table next_step (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    episode_id uuid not null,
    date date not null,
    status text not null check (status in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    primary key (clinic_id, id)
);
call platform.guard('next_step');
create index next_step_of_episode on next_step (clinic_id, episode_id, date);

-- Who works here, as scheduling says it: a care team is made of them. Nothing refers to it, because events may come late.
create table staff (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    active boolean not null,
    credentials text[] not null,
    primary key (clinic_id, id)
);
call platform.guard('staff');

create table invitation (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    staff_id uuid,
    patient_id uuid,
    roles text not null check (roles <> ''),
    status text not null check (status in ('OPEN', 'ACCEPTED', 'REVOKED')),
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    invited_by text not null,
    accepted_by text,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    check (expires_at > invited_at),
    check ((status = 'OPEN') = (ended_at is null)),
    check ((status = 'ACCEPTED') = (accepted_by is not null)),
    check ((roles = 'PATIENT') = (patient_id is not null))
);
call platform.guard('invitation');
create index invitations_to_roles on invitation (clinic_id, status, roles);
create index invitations_by_somebody on invitation (clinic_id, status, invited_by);
create index invitations_of_staff on invitation (clinic_id, status, staff_id) where staff_id is not null;
create index invitations_of_patients on invitation (clinic_id, status, patient_id) where patient_id is not null;

-- Whoever brings a code has no clinic yet, so that this table has no row security; it holds a hash and no person.
create table invitation_code (
    hash bytea primary key check (length(hash) = 32),
    clinic uuid not null,
    invitation_id uuid not null unique
);

create table account (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    subject text not null,
    staff_id uuid,
    patient_id uuid,
    roles text not null check (roles <> ''),
    status text not null check (status in ('PREPARING', 'ACTIVE', 'SUSPENDED', 'LEFT')),
    told bigint not null,
    changed_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patient (clinic_id, id),
    constraint account_exists unique (clinic_id, subject),
    check ((roles = 'PATIENT') = (patient_id is not null))
);
call platform.guard('account');
create index accounts_of_staff on account (clinic_id, staff_id) where staff_id is not null;
create unique index person_has_account on account (clinic_id, coalesce(patient_id, staff_id)) where status <> 'LEFT';

-- What a user's tokens should say of all their clinics together: ids and codes only, and no row security, because the identity
-- provider keeps one set of claims for each user.
create table account_claim (
    subject text not null,
    clinic uuid not null,
    roles text[] not null,
    staff_id uuid,
    patient_id uuid,
    primary key (subject, clinic)
);
