package org.stepwell.scheduling.visit;

import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.visit.Visits.book;
import static org.stepwell.scheduling.visit.Visits.booked;
import static org.stepwell.scheduling.visit.Visits.form;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside;
import org.stepwell.scheduling.Riverside.Admitted;

/** Times that are proposed for a visit are times at which it can be booked. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class FreeTimeTest {

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(Uuid7.next());
    private ProgramId program = new ProgramId(Uuid7.next());
    private Admitted ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));

    @BeforeEach
    void doraWorksOnThreeDays() {
        monday = onAFreshMonday();
        dora = aClinician();
        program = aProgram(NINE_HOURS);
        ADMIN.asks()
                .body(Map.of(
                        "hours",
                        List.of(
                                hours("MONDAY", "09:00", "12:00"),
                                hours("TUESDAY", "15:00", "18:00"),
                                hours("WEDNESDAY", "09:00", "12:00"))))
                .put(API + "staff/" + dora + "/hours")
                .then()
                .statusCode(200);
    }

    @Test
    void theDayOnWhichThePatientComesAnywayIsFirstAndThenWhatIsSoonest() {
        aGroup(program, 12, aClinician(), monday, from18To21On(TUESDAY));
        ada = admitted(program, EVENING, monday, 180);

        var proposed = proposed("&from=%s&to=%s".formatted(monday, monday.plusDays(6)));

        assertThat(starts(proposed))
                .containsExactly(
                        at(1, "17:00"),
                        at(1, "16:00"),
                        at(1, "15:00"),
                        at(0, "09:00"),
                        at(0, "10:00"),
                        at(0, "11:00"),
                        at(2, "09:00"),
                        at(2, "10:00"),
                        at(2, "11:00"));
        proposed.body("comesAnyway", contains(true, true, true, false, false, false, false, false, false));
    }

    @Test
    void whatIsTakenIsNotProposedAndAllThatIsCanBeBooked() {
        ada = admitted(program, EVENING, monday, 540);
        booked(admitted(program, EVENING, monday, 540), dora, monday, "10:00", "11:00");
        INTAKE.asks()
                .body(Map.of(
                        "firstDay",
                        monday.plusDays(2).toString(),
                        "lastDay",
                        monday.plusDays(2).toString()))
                .post(API + "staff/" + dora + "/absences")
                .then()
                .statusCode(201);
        INTAKE.asks()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "busy",
                        List.of(Map.of(
                                "kind", "WORK",
                                "day", "TUESDAY",
                                "from", "08:00",
                                "to", "16:30",
                                "firstDay", monday.toString()))))
                .put(API + "patients/" + ada.patient() + "/availability")
                .then()
                .statusCode(200);

        var proposed = proposed("&from=%s&to=%s".formatted(monday, monday.plusDays(6)));

        assertThat(starts(proposed)).containsExactly(at(0, "09:00"), at(0, "11:00"), at(1, "16:30"));
        for (var start : starts(proposed)) {
            var hour = start.atZone(Riverside.ZONE);
            book(
                            ada,
                            form(
                                    dora,
                                    hour.toLocalDate(),
                                    hour.toLocalTime().toString(),
                                    hour.toLocalTime().plusHours(1).toString()))
                    .then()
                    .statusCode(201);
        }
        assertThat(starts(proposed("&from=%s&to=%s".formatted(monday, monday.plusDays(6)))))
                .isEmpty();
    }

    @Test
    void aFreeRoomIsProposedUnlessNobodyComesIn() {
        ada = admitted(program, EVENING, monday, 540);
        Riverside.aRoom();

        assertThat(proposed("").extract().jsonPath().getList("room"))
                .isNotEmpty()
                .doesNotContainNull();
        assertThat(proposed("&remote=true").extract().jsonPath().getList("room"))
                .isNotEmpty()
                .containsOnlyNulls();
    }

    @Test
    void moreThanFourWeeksAreNotLookedThrough() {
        ada = admitted(program, EVENING, monday, 540);

        asked("&from=%s&to=%s".formatted(monday, monday.plusDays(28)))
                .statusCode(400)
                .body("type", endsWith("/free-times-of-some-weeks"))
                .body("errors.pointer", contains("to"));
        asked("&from=%s&to=%s".formatted(monday, monday.minusDays(1))).statusCode(400);
    }

    private ValidatableResponse proposed(String more) {
        return asked(more).statusCode(200);
    }

    private ValidatableResponse asked(String more) {
        return INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/visits/free-times?minutes=60&clinician=" + dora + more)
                .then();
    }

    private static List<Instant> starts(ValidatableResponse proposed) {
        return proposed.extract().jsonPath().getList("start", String.class).stream()
                .map(Instant::parse)
                .toList();
    }

    private Instant at(int day, String hour) {
        return monday.plusDays(day)
                .atTime(LocalTime.parse(hour))
                .atZone(Riverside.ZONE)
                .toInstant();
    }

    private static Map<String, String> hours(String day, String from, String to) {
        return Map.of("day", day, "from", from, "to", to);
    }
}
