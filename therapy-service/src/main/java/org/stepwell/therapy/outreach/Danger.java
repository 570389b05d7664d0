package org.stepwell.therapy.outreach;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.safety.SuicideRisk;

/** Why somebody who stays away may be in danger today. */
@Singleton
class Danger {

    private final SuicideRisk risk;

    Danger(SuicideRisk risk) {
        this.risk = risk;
    }

    /**
     * A risk of suicide that stands.
     *
     * @param missedAt when the session began that was missed last
     */
    Optional<Because> of(PatientId patient, Instant missedAt) {
        return risk.stands(patient) ? Optional.of(Because.SUICIDE_RISK) : Optional.empty();
    }
}
