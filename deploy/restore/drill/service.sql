-- As the auditor, who reads the audit of all clinics and numbers. Ends with an error where what was restored is not what it must be.
-- The register of consents beats every two seconds through every database, also where nobody works: how old its last beat is says
-- how much is missing at the end. It is held against the moment at which PostgreSQL started on what was restored.
select set_config('drill.minutes', :'minutes', false);
do $$
declare
    allowed interval := make_interval(mins => current_setting('drill.minutes')::int);
    beat timestamptz;
    links bigint;
    last_link bigint;
    lost bigint;
    unlinked timestamptz;
    streams bigint;
    waiting bigint;
begin
    select max(beat_at) into beat from platform.consent_heartbeat;
    if beat is null then
        raise exception 'the register was never heard: this database is empty, or it is of another service';
    end if;
    if beat < pg_postmaster_start_time() - allowed then
        raise exception 'the register was last heard at %, more than % before the end: the log is not archived', beat, allowed;
    end if;

    select count(*), coalesce(max(sequence), 0) into links, last_link from platform.audit_link;
    if links = 0 then
        raise exception 'the audit has no link: what was done here is not in the backup';
    end if;
    if links <> last_link then
        raise exception 'the audit has % links, and the last one is number %: the backup is torn', links, last_link;
    end if;
    select count(*) into lost from platform.audit_link l where not exists (select from platform.audit a where a.id = l.audit_id);
    if lost > 0 then
        raise exception 'the audit lacks % of its linked rows: the backup is torn', lost;
    end if;
    select min(at) into unlinked from platform.audit a where not exists (select from platform.audit_link l where l.audit_id = a.id);
    if unlinked < beat - allowed then
        raise exception 'the audit has a row of % without a link, long before the end', unlinked;
    end if;

    select count(*) into streams from platform.stream;
    select count(*) into waiting from platform.outbox where written_at < beat - allowed;
    if waiting > 0 then
        raise exception '% events wait since more than % before the end: the relay stood still', waiting, allowed;
    end if;
    raise notice 'restored: heard until %, % links of the audit, events of % keys', beat, links, streams;
end
$$;
