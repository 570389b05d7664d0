package org.stepwell.aftercare.silence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.id.AftercarePlanId;

/** Knows which check-in comes after one, at whatever pace the patient is asked. */
public interface NextCheckIn {

    /**
     * A check-in that comes.
     *
     * @param dueAt its hour, from which on it has steps of its own
     * @param missedAt the end of its day of grace
     */
    record Coming(Instant dueAt, Instant missedAt) {}

    /** The one after a day on which one was due; nothing where nobody asks any more. */
    Optional<Coming> after(AftercarePlanId plan, LocalDate dueOn);
}
