package org.stepwell.enrollment.payer;

import jakarta.persistence.Converter;
import org.stepwell.platform.database.JsonColumn;

@Converter
class BillingTermsColumn extends JsonColumn<BillingTerms> {

    BillingTermsColumn() {
        super(BillingTerms.class);
    }
}
