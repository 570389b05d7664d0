package org.stepwell.therapy.outreach;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.drugscreen.PositiveScreens;
import org.stepwell.therapy.safety.SuicideRisk;

/** Why somebody who stays away may be in danger today. */
@Singleton
class Danger {

    private final SuicideRisk risk;
    private final PositiveScreens screens;
    private final OutreachSettings settings;

    Danger(SuicideRisk risk, PositiveScreens screens, OutreachSettings settings) {
        this.risk = risk;
        this.screens = screens;
        this.settings = settings;
    }

    /**
     * A risk of suicide that stands, or an opioid that nobody expected in a specimen of the days before.
     *
     * @param missedAt when the session began that was missed last
     */
    Optional<Because> of(PatientId patient, Instant missedAt) {
        if (risk.stands(patient)) {
            return Optional.of(Because.SUICIDE_RISK);
        }
        var since = missedAt.minus(Duration.ofHours(settings.alarmAfterOpioidsHours()));
        return screens.opioids(patient, since) ? Optional.of(Because.OPIOIDS_FOUND) : Optional.empty();
    }
}
