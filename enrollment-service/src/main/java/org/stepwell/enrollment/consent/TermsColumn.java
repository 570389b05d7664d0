package org.stepwell.enrollment.consent;

import jakarta.persistence.Converter;
import org.stepwell.platform.database.JsonColumn;

@Converter
class TermsColumn extends JsonColumn<Terms> {

    TermsColumn() {
        super(Terms.class);
    }
}
