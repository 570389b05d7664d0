-- What a patient was told of a day with appointments: first that there are some, then what changed. What came last is what they
-- know; a row that says why nothing was sent is as much an answer as one that was.
create table reminder (
    clinic_id uuid not null default platform.current_clinic(),
    patient_id uuid not null,
    day date not null,
    number int not null,
    message_id uuid not null,
    outcome text not null,
    channel text,
    sessions uuid[] not null,
    starts timestamptz[] not null,
    settled_at timestamptz not null,
    constraint reminded_once primary key (clinic_id, patient_id, day, number),
    unique (clinic_id, message_id),
    check (number > 0),
    check (outcome in ('LEAVING', 'SENT', 'NO_SAFE_WAY', 'CAME_BACK', 'SUPERSEDED')),
    check ((outcome in ('SENT', 'CAME_BACK')) = (channel is not null)),
    check (channel in ('TEXT_MESSAGE', 'EMAIL')),
    check (cardinality(sessions) = cardinality(starts))
);
call platform.guard('reminder');
