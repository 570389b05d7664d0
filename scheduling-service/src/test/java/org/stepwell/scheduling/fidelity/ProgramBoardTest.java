package org.stepwell.scheduling.fidelity;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;
import static org.stepwell.scheduling.visit.Visits.anHourAWeek;
import static org.stepwell.scheduling.visit.Visits.booked;
import static org.stepwell.scheduling.visit.Visits.planned;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Three evenings a week with twelve places each, and Ada in them. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ProgramBoardTest {

    private LocalDate monday;
    private StaffId dora;
    private ProgramId program;
    private Admitted ada;

    @BeforeEach
    void threeEvenings() {
        monday = onAFreshMonday();
        dora = aClinician();
        program = aProgram(NINE_HOURS);
        aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        ada = admitted(program, EVENING, monday, 540);
    }

    @Test
    void theSeatsOfAllSessionsThatTakePlaceInTheWeekAreCounted() {
        board().body("seats", equalTo(36)).body("seatsTaken", equalTo(3));
        aGroup(program, 5, aClinician(), monday, from18To21On(SATURDAY));
        admitted(program, EVENING, monday, 540);
        aGroup(aProgram(NINE_HOURS), 9, aClinician(), monday, from18To21On(SATURDAY));
        board().body("seats", equalTo(41)).body("seatsTaken", equalTo(6));

        INTAKE.asks()
                .body(Map.of("reason", "WEATHER"))
                .post(API + "sessions/" + seatsOf(ada.patient(), monday).getLast() + "/cancellation")
                .then()
                .statusCode(200);

        board().body("seats", equalTo(29)).body("seatsTaken", equalTo(4));
    }

    /** An hour alone and an evening of three hours in the group. */
    @Test
    void theShareOfGroupsIsOfAllMinutesThatWereAttended() {
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        var visit = booked(ada, dora, monday, "10:00", "11:00");
        board().body("groupSharePercent", nullValue());
        moveTo(at(monday, "11:05"));
        closed(visit, dora, ada.patient(), "PRESENT");
        board().body("groupSharePercent", equalTo(0));

        moveTo(at(monday, "21:05"));
        closed(seatsOf(ada.patient(), monday).get(1), dora, ada.patient(), "PRESENT");

        board().body("groupSharePercent", equalTo(75)).body("seats", equalTo(36));
    }

    private ValidatableResponse board() {
        return INTAKE.asks()
                .get(API + "board?on=" + monday)
                .then()
                .statusCode(200)
                .rootPath("programs.find { it.program == '" + program + "' }");
    }
}
