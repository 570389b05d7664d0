package org.stepwell.enrollment.program;

import jakarta.persistence.Converter;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.platform.database.JsonColumn;

@Converter
class RuleSetColumn extends JsonColumn<RuleSet> {

    RuleSetColumn() {
        super(RuleSet.class);
    }
}
