package org.stepwell.platform.time;

import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.ClinicId;

/**
 * The due row whose door is open, and which version of it was found: whoever sets it again makes another one, even where
 * they set it to the same time.
 */
record OpenDoor(ClinicId clinic, String kind, UUID subject, String version) {

    private static final ScopedValue<OpenDoor> OPEN = ScopedValue.newInstance();

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
