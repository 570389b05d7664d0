-- Somebody who was admitted and never came has no first day, and stands in no report; when they were expected stays on record.
alter table episode
    add awaited_from date,
    add awaited_until date,
    add check ((awaited_from is null) = (awaited_until is null)),
    add check (awaited_from is null or status = 'WITHDRAWN');
