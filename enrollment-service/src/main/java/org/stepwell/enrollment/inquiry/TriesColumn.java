package org.stepwell.enrollment.inquiry;

import jakarta.persistence.Converter;
import org.stepwell.platform.database.JsonColumn;

@Converter
class TriesColumn extends JsonColumn<Tries> {

    TriesColumn() {
        super(Tries.class);
    }
}
