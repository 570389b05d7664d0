package org.stepwell.platform.audit;

import jakarta.inject.Singleton;

/**
 * For the few operations that make several transactions of their own: their row is written before the first of them, and
 * says that they were allowed.
 */
@Singleton
public class AuditAhead {

    private static final int OK = 200;

    private final AuditTrail trail;
    private final AuditTable table;

    AuditAhead(AuditTrail trail, AuditTable table) {
        this.trail = trail;
        this.table = table;
    }

    /** Writes the row now; outside of any transaction. */
    public void write() {
        table.addAlone(trail.row(OK, null), trail.work());
        trail.written();
    }
}
