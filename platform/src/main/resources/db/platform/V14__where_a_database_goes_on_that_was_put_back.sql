-- The broker keeps how far a group has read, and knows nothing of a database that was put back to an earlier moment. So a database
-- says itself how far it has come: it never skips what it has forgotten.
create table platform.heard (
    listener text not null,
    topic text not null,
    partition int not null,
    "offset" bigint not null,
    primary key (listener, topic, partition)
);

-- How far the topics are known of which this service writes some: what stands behind it was said by a later state of this database.
create table platform.carried (
    topic text not null,
    partition int not null,
    "offset" bigint not null,
    primary key (topic, partition)
);

-- What the others have heard from us and this database does not know any more, because it was put back. People look at it, and write
-- again what is missing.
create table platform.forgotten (
    id uuid primary key,
    topic text not null,
    key text not null,
    sequence bigint not null,
    type text not null,
    time timestamptz not null,
    clinic uuid not null,
    actor text not null,
    causation uuid,
    found_at timestamptz not null default clock_timestamp(),
    -- What caused it was heard again, and would have said the same: the others know it already.
    known_again boolean not null default false
);
-- By the counter, whose lock is held by whoever draws numbers or learns what was forgotten, so that nobody looks at it from before.
alter table platform.stream add column forgot boolean not null default false;
create index forgotten_by_cause on platform.forgotten (topic, key, type, causation, time) where not known_again;

grant select, insert, update on platform.heard, platform.carried, platform.forgotten to "${runtime}";

-- Whoever looks whether a backup is good looks as the auditor: at how lately the register was heard, what waits, and how much was said.
grant select on platform.consent_heartbeat, platform.stream to "${auditor}";
grant select (topic, written_at) on platform.outbox to "${auditor}";
