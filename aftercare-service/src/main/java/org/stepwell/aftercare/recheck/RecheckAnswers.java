package org.stepwell.aftercare.recheck;

import jakarta.persistence.Embeddable;

/** What somebody answered about the past 90 days. */
@Embeddable
record RecheckAnswers(
        Integer useDays,
        Integer intoxicatedDays,
        Boolean failedResponsibilities,
        Boolean problems,
        Boolean withdrawal,
        Boolean wantsTreatment,
        Boolean inTreatment,
        Boolean inJail) {}
