-- Aftercare recommends a patient of our own for treatment again: a referral that nobody else sent, once for each offer there.
alter table referral add column linkage_id uuid;
alter table referral drop constraint referral_reason_check;
alter table referral add constraint referral_reason_check check (reason in
    ('STEP_DOWN', 'STEP_UP', 'FIRST_TREATMENT', 'CONDITION_OF_A_COURT', 'READMISSION', 'OTHER'));
alter table referral drop constraint referral_check;
alter table referral add constraint referral_check check (
    (partner_id is not null)::int + (facility is not null)::int + (linkage_id is not null)::int = 1);
alter table referral add check ((reason = 'READMISSION') = (linkage_id is not null));
alter table referral add check (linkage_id is null or patient_id is not null);
create unique index referred_once_by_aftercare on referral (clinic_id, linkage_id) where linkage_id is not null;
