-- Codes that are shown in the room for some minutes: whoever types one on their phone is in the room. Kept as a hash.
create table door_code (
    clinic_id uuid not null default platform.current_clinic(),
    session_id uuid not null,
    hash text not null,
    good_until timestamptz not null,
    primary key (clinic_id, hash),
    foreign key (clinic_id, session_id) references session (clinic_id, id)
);
call platform.guard('door_code');
create index door_codes_of_a_session on door_code (clinic_id, session_id);
