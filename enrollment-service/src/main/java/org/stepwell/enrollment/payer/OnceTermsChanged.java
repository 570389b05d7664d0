package org.stepwell.enrollment.payer;

import org.stepwell.contracts.id.PayerId;

/** Who has told others by which terms a payer is billed. */
public interface OnceTermsChanged {

    /** Other terms hold, from some day on, in the transaction in which they were entered. */
    void termsChanged(PayerId payer);
}
