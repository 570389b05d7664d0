-- The dates since which a patient counts their days. A new beginning ends the one before and erases nothing.
create table sobriety_run (
    clinic_id uuid not null default platform.current_clinic(),
    id uuid not null,
    version int not null,
    patient_id uuid not null,
    since date not null,
    last_day date,
    written_by_id uuid,
    said_at timestamptz not null,
    primary key (clinic_id, id),
    check (last_day >= since)
);
create unique index one_sobriety_date_at_a_time on sobriety_run (clinic_id, patient_id) where last_day is null;
create index sobriety_run_of_patient on sobriety_run (clinic_id, patient_id, since);
call platform.guard('sobriety_run');

-- Who wants no notes on these days.
create table milestone_mute (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    said_at timestamptz not null,
    primary key (clinic_id, patient_id)
);
call platform.guard('milestone_mute');

-- A day that was reached while its date held, once, and what became of the note about it.
create table milestone (
    clinic_id uuid not null default platform.current_clinic(),
    run_id uuid not null,
    after text not null, -- an ISO 8601 period
    patient_id uuid not null,
    reached_on date not null,
    message_id uuid not null,
    outcome text not null check (outcome in
        ('LEAVING', 'SENT', 'MUTED', 'NOT_IN_CARE', 'NO_SAFE_WAY', 'CAME_BACK', 'SUPERSEDED')),
    channel text,
    settled_at timestamptz not null,
    primary key (clinic_id, run_id, after),
    foreign key (clinic_id, run_id) references sobriety_run (clinic_id, id)
);
create unique index milestone_message on milestone (clinic_id, message_id);
call platform.guard('milestone');
