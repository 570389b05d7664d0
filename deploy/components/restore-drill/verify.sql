-- As the auditor, who reads the audit of all clinics and nothing else. Ends with an error where the backup is not what it must be.
do $$
declare
    newest timestamptz;
    lost bigint;
begin
    select max(linked_at) into newest from platform.audit_link;
    if newest is null or newest < now() - interval '26 hours' then
        raise exception 'the newest link of the audit is of %: what was done in the last day is not in the backup', newest;
    end if;
    select count(*) into lost from platform.audit_link l where not exists (select from platform.audit a where a.id = l.audit_id);
    if lost > 0 then
        raise exception 'the audit lacks % of its linked rows: the backup is torn', lost;
    end if;
    raise notice 'restored: the newest link of the audit is of %', newest;
end
$$;
