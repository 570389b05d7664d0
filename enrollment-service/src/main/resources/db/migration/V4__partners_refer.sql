-- What is agreed with a partner, and for how long; who signed and where it is filed is sealed.
create table partner_agreement (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    partner_id uuid not null,
    words text not null, -- sealed
    refers boolean not null,
    reads_places boolean not null,
    first_day date not null,
    last_day date not null,
    ended_at timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, partner_id) references partner (clinic_id, id),
    check (refers or reads_places),
    check (last_day >= first_day)
);
call platform.guard('partner_agreement');
revoke delete on partner_agreement from "${runtime}";
create index agreements_of_a_partner on partner_agreement (clinic_id, partner_id, id);

-- What a partner says over its API: its own number for the referral, which names one referral, and the house that somebody leaves.
-- The keys are not checked against rows that are there: the new columns are empty, and row security shows a migration no clinic's.
alter table referral
    add column reference text, -- sealed
    add column reference_digest text,
    add column form_digest text,
    add column leaves_facility text, -- sealed
    add column patient_id uuid, -- whom somebody knew already; who was registered by it is found by the first call
    add foreign key (clinic_id, patient_id) references patient (clinic_id, id) not valid,
    add check (partner_id is not null or reference is null),
    add check ((reference is null) = (reference_digest is null) and (reference is null) = (form_digest is null)),
    add check (leaves_facility is null or leaves_on is not null);
create unique index partner_refers_once on referral (clinic_id, partner_id, reference_digest) where reference_digest is not null;
create index referrals_of_a_patient on referral (clinic_id, patient_id, id) where patient_id is not null;

-- Service accounts of partners: what a token of theirs may do ends with the account.
alter table account
    add column partner_id uuid,
    add foreign key (clinic_id, partner_id) references partner (clinic_id, id) not valid,
    add check ((roles = 'PARTNER') = (partner_id is not null));
create index accounts_of_a_partner on account (clinic_id, partner_id, id) where partner_id is not null;
alter table account_claim add column partner_id uuid;
