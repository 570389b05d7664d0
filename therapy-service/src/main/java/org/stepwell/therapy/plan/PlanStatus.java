package org.stepwell.therapy.plan;

import java.util.EnumSet;
import java.util.Set;

/** How a version of a plan stands; the next one that is signed supersedes it. */
enum PlanStatus {
    DRAFT,
    SIGNED,
    SUPERSEDED;

    Set<PlanStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SIGNED);
            case SIGNED -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED -> EnumSet.noneOf(PlanStatus.class);
        };
    }
}
