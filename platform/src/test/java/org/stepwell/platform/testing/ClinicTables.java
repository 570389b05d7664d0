package org.stepwell.platform.testing;

import java.util.List;
import java.util.Set;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.database.DatabaseTrouble;
import org.stepwell.platform.database.Sql;

/** The tables of a service as its runtime role meets them, in a transaction of one clinic. */
final class ClinicTables {

    /** The plumbing that serves all clinics at once; what it holds of one is coded or sealed. */
    static final Set<String> OF_THE_PLATFORM = Set.of(
            "flyway_schema_history",
            "platform.audit_link",
            "platform.carried",
            "platform.consent_heartbeat",
            "platform.cursor",
            "platform.due",
            "platform.forgotten",
            "platform.heard",
            "platform.idempotency",
            "platform.moved_clock",
            "platform.outbox",
            "platform.parked",
            "platform.passed_over",
            "platform.platform_history",
            "platform.stream");

    private static final String TABLES = """
            select c.oid::regclass::text from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema')
            where c.relkind in ('r', 'p') and not c.relispartition and %s exists (
                select from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinic_id') %s
            order by 1
            """;

    private final Sql sql;

    ClinicTables(Sql sql) {
        this.sql = sql;
    }

    /** Those without a clinic. */
    List<String> ofNoClinic() {
        return names(TABLES.formatted("not", ""));
    }

    /**
     * Those with a clinic whose rows are kept by anything else than the one rule, for the owner too; but for functions of the owner
     * that count over all clinics.
     */
    List<String> notGuarded() {
        return names(TABLES.formatted("", """
                and not (c.relrowsecurity and c.relforcerowsecurity and (
                    select array_agg(pg_get_expr(p.polqual, p.polrelid) || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''))
                    from pg_policy p where p.polrelid = c.oid and not (
                        p.polname = 'counted' and p.polcmd = 'r' and p.polroles = array[c.relowner]
                        and pg_get_expr(p.polqual, p.polrelid)
                            = '(current_setting(''stepwell.counting''::text, true) = ''on''::text)')) = array['(clinic_id = platform.current_clinic())'])
                """));
    }

    /** Those that the service may write to. */
    List<String> writable() {
        return names(TABLES.formatted("", "and has_any_column_privilege(c.oid, 'insert')"));
    }

    /** Those that show rows of a clinic. */
    List<String> withRowsOf(ClinicId clinic) {
        return names(TABLES.formatted("", "and has_table_privilege(c.oid, 'select')")).stream()
                .filter(table -> sql.one(
                                "select 1 from %s where clinic_id = ? limit 1".formatted(table),
                                row -> row.getInt(1),
                                clinic.value())
                        .isPresent())
                .toList();
    }

    /** Those in which rows of a clinic can be changed or deleted; nothing is left changed where that is none. */
    List<String> changed(ClinicId clinic) {
        return names(TABLES.formatted("", "and has_table_privilege(c.oid, 'delete')")).stream()
                .filter(table -> sql.update("delete from %s where clinic_id = ?".formatted(table), clinic.value()) > 0)
                .toList();
    }

    /** What the database says to a row that is written for another clinic. */
    String forgery(String table, ClinicId clinic) {
        try {
            sql.update("insert into %s (clinic_id) values (?)".formatted(table), clinic.value());
            return "it was written";
        } catch (DatabaseTrouble refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private List<String> names(String statement) {
        return sql.list(statement, row -> row.getString(1));
    }
}
