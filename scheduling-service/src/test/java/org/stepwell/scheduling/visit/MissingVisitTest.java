package org.stepwell.scheduling.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.visit.Visits.anHourAWeek;
import static org.stepwell.scheduling.visit.Visits.booked;
import static org.stepwell.scheduling.visit.Visits.planned;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** The coordinator sees who lacks a visit this week. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MissingVisitTest {

    @Test
    void everyVisitThatAPlanNeedsIsBookedOrOnTheList() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        var ada = admitted(program, EVENING, monday, 540);
        var ben = admitted(program, EVENING, monday, 540);
        var cora = admitted(program, EVENING, monday, 540);
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        planned(ben, 1, monday, anHourAWeek(dora, monday));
        planned(cora, 1, monday);

        booked(ada, dora, monday.plusDays(1), "10:00", "11:00");

        assertThat(missing(monday, 200))
                .contains(ben.episode().toString())
                .doesNotContain(ada.episode().toString(), cora.episode().toString());
        assertThat(missing(monday.plusDays(7), 200))
                .contains(ben.episode().toString(), ada.episode().toString());
        assertThat(missing(monday.plusDays(7), 1)).isEqualTo(missing(monday.plusDays(7), 200));
        INTAKE.asks()
                .get(API + "visits/missing?limit=200&on=" + monday)
                .then()
                .body(
                        "items.find { it.episode == '%s' }.patient".formatted(ben.episode()),
                        equalTo(ben.patient().toString()))
                .body("items.find { it.episode == '%s' }.missing[0].times".formatted(ben.episode()), equalTo(1))
                .body(
                        "items.find { it.episode == '%s' }.missing[0].by".formatted(ben.episode()),
                        equalTo(monday.plusDays(6).toString()));
        Person.at("clinician")
                .who(dora)
                .asks()
                .get(API + "visits/missing")
                .then()
                .statusCode(403);
    }

    /** Page by page. */
    private static List<String> missing(LocalDate on, int limit) {
        var all = new ArrayList<String>();
        String after = "";
        while (after != null) {
            var page = INTAKE.asks()
                    .get(API + "visits/missing?limit=" + limit + "&on=" + on
                            + (after.isEmpty() ? "" : "&after=" + after))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items.episode", String.class));
            after = page.getString("after");
        }
        return all;
    }
}
