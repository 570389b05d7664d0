package org.stepwell.platform.time;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.database.Sql;

/**
 * The due row whose door is open, and which version of it was found: whoever sets it again makes another one, even where
 * they set it to the same time.
 *
 * @param settled true once the row was taken away
 */
record OpenDoor(ClinicId clinic, String kind, UUID subject, String version, AtomicBoolean settled) {

    private static final ScopedValue<OpenDoor> OPEN = ScopedValue.newInstance();

    OpenDoor(ClinicId clinic, String kind, UUID subject, String version) {
        this(clinic, kind, subject, version, new AtomicBoolean());
    }

    boolean isSettled() {
        return settled.get();
    }

    /** Takes the row away, as it was found or as the door itself set it anew; undone where anybody else touched it meanwhile. */
    void settle(Sql sql) {
        int taken = sql.update("""
                delete from platform.due where clinic = ? and kind = ? and subject = ?
                    and (xmin::text = ? or xmin = pg_current_xact_id()::xid)
                """, clinic.value(), kind, subject, version);
        if (taken == 0) {
            throw new TouchedMeanwhile();
        }
        settled.set(true);
    }

    void run(Runnable door) {
        ScopedValue.where(OPEN, this).run(door);
    }

    /** The open door, if it is that of this row. */
    static Optional<OpenDoor> of(ClinicId clinic, String kind, UUID subject) {
        if (!OPEN.isBound()) {
            return Optional.empty();
        }
        var open = OPEN.get();
        boolean same = open.clinic.equals(clinic) && open.kind.equals(kind) && open.subject.equals(subject);
        return same ? Optional.of(open) : Optional.empty();
    }
}
