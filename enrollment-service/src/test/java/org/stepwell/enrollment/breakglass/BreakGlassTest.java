package org.stepwell.enrollment.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.BreakGlassClosed;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

class BreakGlassTest {

    private static final Instant NOW = Instant.parse("2026-03-02T22:00:00Z");
    private static final StaffId CARL = new StaffId(UUID.randomUUID());
    private static final StaffId PAT = new StaffId(UUID.randomUUID());

    private final BreakGlass glass =
            new BreakGlass(new BreakGlassId(UUID.randomUUID()), new PatientId(UUID.randomUUID()), CARL, "sealed", NOW);

    @Test
    void itIsOpenToWhoeverOpenedItForOneHour() {
        assertThat(glass.opened().until()).isEqualTo(NOW.plus(Duration.ofMinutes(60)));
        glass.mustBeOpenTo(CARL, NOW.plus(Duration.ofMinutes(60)).minusNanos(1));

        assertRefused(BreakGlassRule.GLASS_IS_CLOSED, () -> glass.mustBeOpenTo(CARL, NOW.plus(Duration.ofMinutes(60))));
        assertRefused(BreakGlassRule.OPENED_BY_ANOTHER, () -> glass.mustBeOpenTo(PAT, NOW));
    }

    @Test
    void itIsReviewedOnceAndNeverByWhoeverOpenedIt() {
        assertRefused(
                BreakGlassRule.NOBODY_REVIEWS_THEMSELVES,
                () -> glass.review(BreakGlass.Verdict.JUSTIFIED, null, "subject", CARL, NOW));

        var closed = glass.review(BreakGlass.Verdict.NOT_JUSTIFIED, null, "subject", PAT, NOW.plusSeconds(60));

        assertThat(glass.verdict()).isEqualTo(BreakGlass.Verdict.NOT_JUSTIFIED);
        assertThat(closed).get().extracting(BreakGlassClosed::at).isEqualTo(NOW.plusSeconds(60));
        assertRefused(BreakGlassRule.GLASS_IS_CLOSED, () -> glass.mustBeOpenTo(CARL, NOW.plusSeconds(60)));
        assertRefused(
                BreakGlassRule.REVIEWED_BEFORE,
                () -> glass.review(BreakGlass.Verdict.JUSTIFIED, null, "subject", PAT, NOW));
    }
}
