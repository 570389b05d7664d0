package org.stepwell.platform.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;

/** Adds rows to the audit, or fails loudly. */
@Singleton
class AuditTable {

    private static final Logger LOG = Logger.getLogger(AuditTable.class);

    /** One statement for both tables, so that each request pays for one round trip. */
    private static final String ADD = """
            with added as (
                insert into platform.audit (id, clinic_id, at, actor, staff_id, roles, operation, action, patients, records,
                                            purpose, outcome, status, rule, address, trace)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
            insert into platform.audit_patient (clinic_id, patient_id, audit_id)
            select ?::uuid, patient, ? from unnest(?) as patient where ?::uuid is not null
            """;

    private final Sql sql;
    private final Counter rows;
    private final Counter failures;
    private volatile boolean failing;

    AuditTable(Sql sql, MeterRegistry metrics) {
        this.sql = sql;
        rows = Counter.builder("stepwell.audit.writes").register(metrics);
        failures = Counter.builder("stepwell.audit.failures").register(metrics);
    }

    void start(@Observes StartupEvent startup) {
        // is made now and not at the first row, so that an alert sees its counters grow from nothing
    }

    /** Adds a row in the transaction at hand. */
    void add(AuditRow row) {
        try {
            insert(row);
        } catch (RuntimeException e) {
            throw unwritable(e);
        }
        failing = false;
        rows.increment();
    }

    /** Adds a row in a transaction of its own, in the clinic of the work if there is one. */
    void addAlone(AuditRow row, ClinicContext.@Nullable Work work) {
        try {
            if (work == null) {
                QuarkusTransaction.requiringNew().run(() -> insert(row));
            } else {
                ClinicContext.in(
                        work,
                        () -> QuarkusTransaction.requiringNew().call(() -> {
                            insert(row);
                            return row;
                        }));
            }
        } catch (RuntimeException e) {
            throw unwritable(e);
        }
        failing = false;
        rows.increment();
    }

    /** True from a row that could not be written to the next one that could. */
    boolean failing() {
        return failing;
    }

    private void insert(AuditRow row) {
        var patients = row.patients().toArray(UUID[]::new);
        sql.update(
                ADD,
                row.id(),
                row.clinic(),
                row.at(),
                row.actor(),
                row.staff(),
                row.roles().toArray(String[]::new),
                row.operation(),
                row.action(),
                patients,
                row.records().toArray(UUID[]::new),
                row.purpose(),
                row.outcome(),
                row.status(),
                row.rule(),
                row.address(),
                row.trace(),
                row.clinic(),
                row.id(),
                patients,
                row.clinic());
    }

    private AuditUnwritable unwritable(RuntimeException cause) {
        failing = true;
        failures.increment();
        LOG.errorf("the audit can not be written: %s", cause.toString());
        return new AuditUnwritable(cause);
    }
}
