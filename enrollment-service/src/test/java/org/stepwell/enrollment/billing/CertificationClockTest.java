package org.stepwell.enrollment.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CertificationClockTest {

    private static final LocalDate CERTIFIED = LocalDate.of(2026, 1, 5);
    private final CertificationClock clock = new CertificationClock(LocalDate.of(2026, 3, 6));

    @Test
    void billingIsRemindedThreeTimesAndWaitsFromTheDayAfter() {
        assertThat(clock.alerts())
                .containsExactly(CERTIFIED.plusDays(45), CERTIFIED.plusDays(53), CERTIFIED.plusDays(60));
        assertThat(clock.heldFrom()).isEqualTo(LocalDate.of(2026, 3, 7));
    }

    @Test
    void theClockSpeaksFourTimesAndIsSilentThen() {
        assertThat(clock.nextAfter(CERTIFIED)).contains(CERTIFIED.plusDays(45));
        assertThat(clock.nextAfter(CERTIFIED.plusDays(45))).contains(CERTIFIED.plusDays(53));
        assertThat(clock.nextAfter(CERTIFIED.plusDays(53))).contains(CERTIFIED.plusDays(60));
        assertThat(clock.nextAfter(CERTIFIED.plusDays(60))).contains(CERTIFIED.plusDays(61));
        assertThat(clock.nextAfter(CERTIFIED.plusDays(61))).isEmpty();
    }
}
