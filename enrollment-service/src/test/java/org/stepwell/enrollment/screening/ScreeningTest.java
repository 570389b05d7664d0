package org.stepwell.enrollment.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;

class ScreeningTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    @Test
    void aClearedHardStopIsNotOpenButStaysAFinding() {
        var screening = screeningWith(HardStop.MEDICAL_EMERGENCY);

        screening.clear(HardStop.MEDICAL_EMERGENCY, Screening.Disposition.MEDICALLY_CLEARED, "clinician:c1", MONDAY);

        assertThat(screening.openHardStops()).isEmpty();
        assertThat(screening.hardStops()).containsExactly(HardStop.MEDICAL_EMERGENCY);
        assertThat(screening.firedRule()).isEqualTo(LevelSuggestion.R0);
        assertThat(screening.suggestion()).isEqualTo(LevelSuggestion.R7);
    }

    @Test
    void aHardStopIsClearedByWhatDealsWithIt() {
        var screening = screeningWith(HardStop.SUICIDE_RISK_HIGH);

        assertRefused(
                ScreeningRule.DISPOSITION_FITS_HARD_STOP,
                () -> screening.clear(
                        HardStop.SUICIDE_RISK_HIGH, Screening.Disposition.RESOLVED_SOBER, "clinician:c1", MONDAY));

        assertThat(screening.openHardStops()).containsExactly(HardStop.SUICIDE_RISK_HIGH);
        assertThat(screening.suggestion()).isEqualTo(LevelSuggestion.R0);
    }

    @Test
    void aHardStopIsClearedOnce() {
        var screening = screeningWith(HardStop.MEDICAL_EMERGENCY);
        screening.clear(HardStop.MEDICAL_EMERGENCY, Screening.Disposition.MEDICALLY_CLEARED, "clinician:c1", MONDAY);

        assertRefused(
                ScreeningRule.CLEARED_BEFORE,
                () -> screening.clear(
                        HardStop.MEDICAL_EMERGENCY, Screening.Disposition.MEDICALLY_CLEARED, "clinician:c2", MONDAY));
    }

    @Test
    void onlyAHardStopThatWasFoundIsCleared() {
        var screening = screeningWith(HardStop.MEDICAL_EMERGENCY);

        assertRefused(
                ScreeningRule.NO_SUCH_HARD_STOP,
                () -> screening.clear(
                        HardStop.SUICIDE_RISK_HIGH,
                        Screening.Disposition.ASSESSED_SAFETY_PLAN_MADE,
                        "clinician:c1",
                        MONDAY));
        assertThat(screening.openHardStops()).containsExactly(HardStop.MEDICAL_EMERGENCY);
    }

    private static Screening screeningWith(HardStop stop) {
        return new Screening(
                new ScreeningId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                new Dimensions(0, 0, 0, 2, 2, 0),
                false,
                Set.of(stop),
                "intake:i1",
                MONDAY);
    }
}
