package org.stepwell.enrollment.payer;

import jakarta.persistence.Converter;
import org.stepwell.platform.database.JsonColumn;

@Converter
class ContractColumn extends JsonColumn<Contract> {

    ContractColumn() {
        super(Contract.class);
    }
}
