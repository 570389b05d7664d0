package org.stepwell.scheduling.fidelity;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.ZONE;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.ChangedZone;
import org.stepwell.scheduling.Riverside.Admitted;

/** The end of a week was set to midnight in New York; the clinic is in Chicago, where it is an hour later. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class WeekInAnotherZoneTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Inject
    ClinicDirectory clinics;

    @AfterEach
    void theClinicIsInNewYorkAgain() {
        ChangedZone.to(ZONE, clinics);
    }

    @Test
    void theLastWordIsSaidOfEachWeek() {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 12, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var tuesday = monday.plusDays(8);

        ChangedZone.to(CHICAGO, clinics);

        moveTo(tuesday.atStartOfDay(ZONE).plusMinutes(5).toInstant());
        assertThat(lastWords(ada)).isEmpty();
        moveTo(tuesday.atStartOfDay(CHICAGO).plusMinutes(5).toInstant());
        await().untilAsserted(() -> assertThat(lastWords(ada)).containsExactly(monday));
        moveTo(tuesday.plusDays(7).atStartOfDay(CHICAGO).plusMinutes(5).toInstant());
        await().untilAsserted(() -> assertThat(lastWords(ada)).containsExactly(monday, monday.plusDays(7)));
    }

    /** The weeks of which the last word was said, in order. */
    private static List<LocalDate> lastWords(Admitted who) {
        return Broker.said("stepwell.scheduling", who.patient()).stream()
                .filter(event -> event.startsWith("week-measured.v1") && event.contains("\"last\":true"))
                .map(event -> LocalDate.parse(event.replaceAll(".*\"weekStart\":\"([-0-9]+)\".*", "$1")))
                .toList();
    }
}
