package org.stepwell.therapy.crisisplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelpNowTest {

    private static final String LINES = "Call or text 988 at any hour.";

    private record Settings(String helpNow, Optional<String> onCall) implements CrisisSettings {}

    @Test
    void theLinesOfTheCountryAreSaidAndWhoeverIsOnCallForTheClinicWhereThereIsSomebody() {
        assertThat(new HelpNow(new Settings(LINES, Optional.empty())).words()).isEqualTo(LINES);
        assertThat(new HelpNow(new Settings(LINES, Optional.of("Our clinician on call: 555 0142."))).words())
                .isEqualTo("Call or text 988 at any hour. Our clinician on call: 555 0142.");
    }
}
