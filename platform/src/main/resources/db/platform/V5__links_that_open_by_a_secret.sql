-- What a secret link opens. The secret itself is nowhere: who reads this table can open nothing.
create table platform.secret_link (
    clinic_id uuid not null default platform.current_clinic(),
    digest text not null,
    kind text not null,
    subject uuid not null,
    account text, -- the subject of whoever made it for themselves: it opens nothing once their account has ended
    made_at timestamptz not null,
    expires_at timestamptz,
    primary key (clinic_id, digest),
    check (length(digest) = 64),
    check (made_at < expires_at)
);
call platform.guard('platform.secret_link');
create unique index one_link_for_each_subject on platform.secret_link (clinic_id, kind, subject);
grant select, insert, update, delete on platform.secret_link to "${runtime}";
