package org.stepwell.therapy.plan;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that a plan may not know of.
 *
 * @param knownAt since when it is known here: who signs a text later knows of it
 * @param fromDay from which day on a look is asked for
 * @param byDay by which day the plan is looked at
 */
@Embeddable
record Cause(Instant knownAt, LocalDate fromDay, LocalDate byDay) {

    boolean isLaterThan(Instant signedAt) {
        return knownAt.isAfter(signedAt);
    }
}
