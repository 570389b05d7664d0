package org.stepwell.enrollment.screening;

import java.util.EnumSet;
import java.util.Set;
import org.stepwell.enrollment.screening.Screening.Disposition;

/** What stops an admission until a clinician has dealt with it, and what counts as dealing with it. */
public enum HardStop {
    SUICIDE_RISK_HIGH(Disposition.ASSESSED_SAFETY_PLAN_MADE),
    SEVERE_WITHDRAWAL(Disposition.MEDICALLY_CLEARED),
    MEDICAL_EMERGENCY(Disposition.MEDICALLY_CLEARED),
    UNABLE_TO_CONSENT(Disposition.RESOLVED_SOBER, Disposition.MEDICALLY_CLEARED, Disposition.PSYCHIATRICALLY_CLEARED),
    PSYCHOSIS_OR_MANIA(Disposition.PSYCHIATRICALLY_CLEARED),
    IMMINENT_VIOLENCE(Disposition.ASSESSED_SAFETY_PLAN_MADE, Disposition.PSYCHIATRICALLY_CLEARED);

    @SuppressWarnings("ImmutableEnumChecker") // a set that nobody else holds
    private final Set<Disposition> dispositions;

    HardStop(Disposition first, Disposition... others) {
        this.dispositions = EnumSet.of(first, others);
    }

    boolean isDealtWithBy(Disposition disposition) {
        return dispositions.contains(disposition);
    }

    Set<Disposition> dispositions() {
        return EnumSet.copyOf(dispositions);
    }
}
