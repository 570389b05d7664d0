package org.stepwell.therapy.drugscreen;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was collected, and whether it says anything. */
@Embeddable
class Specimen {

    /** Fahrenheit, within four minutes; outside of it, it is not what has just left a body. */
    private static final int WARM_LEAST = 90;

    private static final int WARM_MOST = 100;

    /** mg/dL; below, it is water for the most part, and what is not found in it may be there. */
    private static final int CREATININE_LEAST = 20;

    private @Nullable Instant collectedAt;

    @Column(name = "temperature_f")
    private @Nullable Integer temperature;

    @Column(name = "creatinine_mg_dl")
    private @Nullable Integer creatinine;

    @Enumerated(EnumType.STRING)
    private @Nullable InvalidBecause invalidBecause;

    /** Why it says nothing. */
    @Schema(name = "InvalidBecause")
    enum InvalidBecause {
        TEMPERATURE,
        DILUTE
    }

    /** It was collected; false where it is too cold or too warm. */
    boolean collected(Instant at, @Nullable Integer fahrenheit) {
        collectedAt = at;
        temperature = fahrenheit;
        boolean warm = fahrenheit == null || (fahrenheit >= WARM_LEAST && fahrenheit <= WARM_MOST);
        invalidBecause = warm ? null : InvalidBecause.TEMPERATURE;
        return warm;
    }

    /** How much creatinine is in it; false where it is too little. */
    boolean measured(int milligrams) {
        creatinine = milligrams;
        boolean enough = milligrams >= CREATININE_LEAST;
        invalidBecause = enough ? null : InvalidBecause.DILUTE;
        return enough;
    }

    @Nullable
    Instant collectedAt() {
        return collectedAt;
    }

    @Nullable
    Integer temperature() {
        return temperature;
    }

    @Nullable
    Integer creatinine() {
        return creatinine;
    }

    @Nullable
    InvalidBecause invalidBecause() {
        return invalidBecause;
    }
}
