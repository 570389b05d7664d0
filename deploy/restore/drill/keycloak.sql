-- As Keycloak's own user. Ends with an error where what was restored lets nobody sign in.
do $$
declare
    realms bigint;
    users bigint;
    seen timestamptz;
begin
    select count(*) into realms from realm where name = 'stepwell' and enabled;
    if realms <> 1 then
        raise exception 'the realm stepwell is not there, or it is switched off';
    end if;
    select count(*) into users from user_entity u join realm r on r.id = u.realm_id where r.name = 'stepwell' and u.enabled;
    if users = 0 then
        raise exception 'the realm has no user who may sign in';
    end if;
    select to_timestamp(max(last_session_refresh)) into seen from offline_user_session;
    raise notice 'restored: % users, somebody was last seen at %', users, seen;
end
$$;
