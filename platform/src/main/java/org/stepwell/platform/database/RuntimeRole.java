package org.stepwell.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Does not start with a database role that row security does not hold: a superuser, one that bypasses it, one that could
 * switch it off because it owns a table, or one that could put a temporary table in the place of ours.
 */
@Singleton
class RuntimeRole {

    static final String TOO_MIGHTY = """
            select case
                when r.rolsuper then 'is a superuser'
                when r.rolbypassrls then 'bypasses row security'
                when exists (
                    select from pg_class c where c.relrowsecurity and pg_has_role(r.oid, c.relowner, 'member'))
                    then 'owns tables'
                else 'may make temporary tables' end
            from pg_roles r
            where r.rolname = current_user and (r.rolsuper or r.rolbypassrls
                or has_database_privilege(current_database(), 'temporary') or exists (
                select from pg_class c where c.relrowsecurity and pg_has_role(r.oid, c.relowner, 'member')))
            """;

    private final Sql sql;

    RuntimeRole(Sql sql) {
        this.sql = sql;
    }

    /** Once the tables are there, and ahead of the first request. */
    void check(@Observes @Priority(2) StartupEvent startup) {
        Optional<String> might =
                QuarkusTransaction.requiringNew().call(() -> sql.one(TOO_MIGHTY, row -> row.getString(1)));
        might.ifPresent(what -> {
            throw new IllegalStateException(
                    "Not started: the role of STEPWELL_DATABASE_USER %s, and would keep no clinics apart. Give the service a role"
                                    .formatted(what)
                            + " of its own, as deploy/README.md says.");
        });
    }
}
