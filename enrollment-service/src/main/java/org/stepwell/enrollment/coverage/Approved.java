package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.id.AuthorizationId;

/** What an authorization says now: so many units, from a day to a day, both included. */
public record Approved(AuthorizationId id, BillingUnit unit, int units, LocalDate firstDay, LocalDate lastDay) {

    /** Whether a day is one of its days. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
