package org.stepwell.therapy.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.telling.TellingRule.TOLD_WHILE_IN;

import org.junit.jupiter.api.Test;
import org.stepwell.therapy.Stays;

class ToldTest {

    @Test
    void aPatientTellsWhileTheyAreIn() {
        assertThat(new Told(Stays.running(), DORA, NOW).today()).isEqualTo(TODAY);
    }

    @Test
    void nothingIsToldOnceTheEpisodeIsOver() {
        assertRefused(TOLD_WHILE_IN, () -> new Told(Stays.over(), null, NOW));
    }
}
