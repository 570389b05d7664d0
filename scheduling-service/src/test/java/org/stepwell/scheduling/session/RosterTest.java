package org.stepwell.scheduling.session;

import static java.time.DayOfWeek.MONDAY;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
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
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RosterTest {

    private LocalDate monday;
    private ProgramId program;
    private StaffId dora;
    private Admitted ada;
    private String session;

    @BeforeEach
    void aMondayEveningOfDorasGroup() {
        monday = onAFreshMonday();
        program = aProgram(NINE_HOURS);
        dora = aClinician();
        aGroup(program, 5, dora, monday, from18To21On(MONDAY));
        ada = admitted(program, EVENING, monday, 540);
        session = seatsOf(ada.patient(), monday).getFirst();
    }

    @Test
    void howPeopleWereThereIsSeenByThoseWhoLeadSuperviseOrCoordinate() {
        moveTo(at(monday, "21:05"));
        closed(session, dora, ada.patient(), "PRESENT");

        for (var who : List.of(leading(dora), Person.at("supervisor"), INTAKE, Person.at("clinic-admin"))) {
            read(who)
                    .body("attendanceShown", equalTo(true))
                    .body("roster[0].attendance", equalTo("PRESENT"))
                    .body("roster[0].minutes", equalTo(180))
                    .body("roster[0].attendanceVersion", equalTo(1));
        }
        read(Person.at("privacy-officer"))
                .body("attendanceShown", equalTo(false))
                .body("roster[0].patient", equalTo(ada.patient().toString()))
                .body("roster[0].attendance", nullValue())
                .body("roster[0].minutes", nullValue())
                .body("roster[0].attendanceVersion", nullValue());
        for (var who : List.of(leading(aClinician()), Person.at("prescriber").who(aClinician()))) {
            asked(who).statusCode(403);
        }
    }

    @Test
    void comingAndGoingIsNotSeenByWhoeverLeadsAnotherGroup() {
        var came = at(monday, "17:58").toString();
        moveTo(at(monday, "18:00"));
        leading(dora)
                .asks()
                .body(Map.of("patient", ada.patient(), "at", came))
                .post(API + "sessions/" + session + "/check-ins")
                .then()
                .statusCode(201);

        read(leading(dora)).body("roster[0].checkedInAt", equalTo(came));
        read(Person.at("privacy-officer")).body("roster[0].checkedInAt", nullValue());
        asked(leading(aClinician())).statusCode(403);
    }

    @Test
    void aMakeUpSeatIsNotBeforeTheEpisodeBegins() {
        var bob = admitted(program, MORNING, monday.plusDays(1), 540);

        INTAKE.asks()
                .body(Map.of("patient", bob.patient(), "episode", bob.episode()))
                .post(API + "sessions/" + session + "/seats")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-yet-in-program"));

        read(INTAKE).body("roster.size()", equalTo(1));
    }

    private ValidatableResponse read(Person who) {
        return asked(who).statusCode(200);
    }

    private ValidatableResponse asked(Person who) {
        return who.asks().get(API + "sessions/" + session).then();
    }
}
