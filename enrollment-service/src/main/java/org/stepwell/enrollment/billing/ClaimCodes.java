package org.stepwell.enrollment.billing;

import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.payer.BillingTerms;

/** The codes of a line, as they stand on the claim. */
record ClaimCodes(
        String procedure, String revenue, @Nullable String condition) {

    static ClaimCodes of(BillingTerms terms) {
        return new ClaimCodes(terms.procedureCode(), terms.revenueCode(), terms.conditionCode());
    }
}
