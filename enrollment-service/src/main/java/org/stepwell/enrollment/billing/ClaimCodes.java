package org.stepwell.enrollment.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.payer.BillingTerms;

/**
 * The codes of a line, as they stand on the claim.
 *
 * @param diagnoses what it was for
 */
record ClaimCodes(
        String procedure,
        @Nullable String modifier,
        String revenue,
        @Nullable String condition,
        List<String> diagnoses) {

    static ClaimCodes of(BillingTerms terms, List<String> diagnoses) {
        return new ClaimCodes(
                terms.procedureCode(), terms.modifier(), terms.revenueCode(), terms.conditionCode(), diagnoses);
    }
}
