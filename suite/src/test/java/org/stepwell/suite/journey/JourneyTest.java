package org.stepwell.suite.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** The whole story, with the service that holds the seats killed in the middle of it. */
class JourneyTest {

    @Test
    void twelvePatientsGoThroughNinetyDaysAndAftercareAndNothingIsLost() throws Exception {
        try (var clinic = Clinic.throwaway()) {
            var outcome = Journey.play(clinic, Optional.of(Service.SCHEDULING), System.out);

            assertThat(outcome.failures()).as("claims that failed").isZero();
            assertThat(outcome.report()).containsEntry("eventsLost", 0);
        }
    }
}
