package org.stepwell.therapy.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;

class SafetyFlagTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final StaffId DORA = new StaffId(Uuid7.next());

    @Test
    void aFlagIsClearedOnceAndSaysWhatCameOfIt() {
        var flag = new SafetyFlag(
                Uuid7.next(), new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()), "SUICIDE_ITEM", MONDAY);

        var told = flag.clear(Disposition.SAFETY_PLAN_IN_PLACE, "sealed", DORA, MONDAY);

        assertThat(told.raised()).isFalse();
        assertThat(flag.view("text").open()).isFalse();
        assertRefused(SafetyRule.FLAG_IS_NOT_OPEN, () -> flag.clear(Disposition.NO_ACUTE_RISK, "sealed", DORA, MONDAY));
    }
}
