package org.stepwell.scheduling.fidelity;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Six hours a week are enough here, but nobody is to be four days without treatment: a row that two weeks share. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class GapOverTwoWeeksTest {

    private static final RuleSet FOUR_DAYS_AT_MOST = new RuleSet(
            "four-days-at-most",
            1,
            360,
            1_140,
            2,
            5,
            null,
            false,
            4,
            0,
            false,
            RuleSet.Basis.ATTENDED,
            24,
            RuleSet.RECERTIFICATION_DAYS,
            RuleSet.PLAN_DAYS,
            RuleSet.PLAN_REVIEW_DAYS,
            RuleSet.GroupSize.OF_THE_HOUSE);

    @Test
    void aCorrectionInOneWeekIsToldOfTheNextOneToo() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(FOUR_DAYS_AT_MOST);
        aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 360);
        var next = monday.plusDays(7);
        var friday = seatsOf(ada.patient(), monday).getLast();
        weekOf(ada, dora, monday, "PRESENT", "PRESENT", "NO_SHOW");
        weekOf(ada, dora, next, "NO_SHOW", "PRESENT", "PRESENT");
        moveTo(at(next.plusDays(8), "00:01"));
        await().untilAsserted(() -> assertThat(verdicts(ada, next)).last().isEqualTo("NOT_MET true"));

        leading(dora)
                .asks()
                .header("If-Match", "\"1\"")
                .body(Map.of("status", "PRESENT", "minutes", 180, "reason", "ENTERED_WRONGLY"))
                .put(API + "sessions/" + friday + "/attendance/" + ada.patient())
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(verdicts(ada, next)).last().isEqualTo("MET true"));
        assertThat(verdicts(ada, monday)).last().isEqualTo("MET true");
    }

    /** Closes the three evenings of a week as they pass. */
    private static void weekOf(Admitted who, StaffId leader, LocalDate monday, String... statuses) {
        var sessions = seatsOf(who.patient(), monday);
        for (int i = 0; i < statuses.length; i++) {
            moveTo(at(monday.plusDays(2L * i), "21:05"));
            closed(sessions.get(i), leader, who.patient(), statuses[i]);
        }
    }

    /** The verdicts told of a week, in order, and whether each was the last word. */
    private static List<String> verdicts(Admitted who, LocalDate weekStart) {
        return Broker.said("stepwell.scheduling", who.patient()).stream()
                .filter(event ->
                        event.startsWith("week-measured.v1") && event.contains("\"weekStart\":\"" + weekStart + "\""))
                .map(event -> event.replaceAll(".*\"verdict\":\"(\\w+)\".*\"last\":(\\w+).*", "$1 $2"))
                .toList();
    }
}
