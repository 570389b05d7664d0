-- A step that is sent to whoever is to receive the patient. Who that is, and what they are told, is sealed.
create table referral_letter (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    step_id uuid not null,
    patient_id uuid not null,
    way text not null check (way in ('EMAIL', 'PRINTED')),
    recipient_kind text not null,
    recipient_id uuid,
    purpose text not null,
    categories text not null,
    consent_id uuid not null, -- by which it was written
    receiver text not null, -- sealed
    said text not null, -- sealed: what is disclosed
    answer_by date not null,
    opens_until timestamptz not null,
    status text not null check (status in ('QUEUED', 'SENT', 'ANSWERED', 'STOPPED', 'WITHDRAWN', 'UNDELIVERABLE', 'EXPIRED')),
    written_at timestamptz not null,
    written_by text not null,
    sent_at timestamptz,
    opened_at timestamptz, -- first
    stopped_by text, -- the rule that said no
    ended_at timestamptz,
    kept_at timestamptz, -- when the ledger last said that its link opens nothing any more
    primary key (clinic_id, id),
    foreign key (clinic_id, step_id) references next_step (clinic_id, id),
    check (written_at < opens_until),
    check (status not in ('SENT', 'ANSWERED') or sent_at is not null),
    check ((status = 'STOPPED') = (stopped_by is not null)),
    check ((status in ('QUEUED', 'SENT')) = (ended_at is null))
);
call platform.guard('referral_letter');
create index referral_letter_of_step on referral_letter (clinic_id, step_id, id);
create unique index one_letter_waits_for_an_answer on referral_letter (clinic_id, step_id) where status in ('QUEUED', 'SENT');
revoke delete on referral_letter from "${runtime}";
