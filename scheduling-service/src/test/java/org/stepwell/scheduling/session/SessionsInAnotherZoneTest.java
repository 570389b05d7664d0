package org.stepwell.scheduling.session;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.ZONE;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.ChangedZone;
import org.stepwell.scheduling.Riverside.Admitted;

/** A group meets for two hours without a break, and the clinic turns out to be in another zone. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SessionsInAnotherZoneTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ZoneId HALIFAX = ZoneId.of("America/Halifax");

    @Inject
    ClinicDirectory clinics;

    @Inject
    Sql sql;

    private LocalDate monday;
    private StaffId dora;
    private String group;
    private Admitted ada;

    @BeforeEach
    void adaComesForTwoHoursOnTwoEvenings() {
        monday = onAFreshMonday();
        dora = aClinician();
        var program = aProgram(NINE_HOURS);
        group = aGroup(program, 5, dora, monday, twoHoursOn(MONDAY, WEDNESDAY));
        ada = admitted(program, EVENING, monday, 540);
    }

    @AfterEach
    void theClinicIsInNewYorkAgain() {
        ChangedZone.to(ZONE, clinics);
    }

    @Test
    void sessionsKeepTheirHoursOnTheWallWhicheverWayTheClockMoves() {
        changedTo(CHICAGO);
        assertThat(startsOf(group))
                .hasSize(14)
                .startsWith(twoHours(monday, CHICAGO))
                .containsAll(wednesdays(CHICAGO));
        assertThat(strayTimes()).isZero();

        changedTo(HALIFAX);
        assertThat(startsOf(group))
                .hasSize(14)
                .startsWith(twoHours(monday, HALIFAX))
                .containsAll(wednesdays(HALIFAX));
        assertThat(strayTimes()).isZero();
    }

    @Test
    void sessionsUntilAGroupChangesItsHoursKeepTheHoursThatItHasUntilThen() {
        var form = new HashMap<String, Object>(
                ADMIN.asks().get(API + "groups/" + group).then().extract().path("$"));
        form.keySet().retainAll(List.of("name", "capacity", "room", "facilitators"));
        form.put("slots", hours("09:00", "10:00", MONDAY));
        form.put("from", monday.plusDays(7).toString());
        ADMIN.asks()
                .header("If-Match", "*")
                .body(form)
                .put(API + "groups/" + group)
                .then()
                .statusCode(200);

        changedTo(CHICAGO);

        assertThat(startsOf(group))
                .startsWith(twoHours(monday, CHICAGO))
                .contains(twoHours(monday.plusDays(2), CHICAGO))
                .contains(monday.plusDays(7).atTime(9, 0).atZone(CHICAGO).toInstant());
        assertThat(strayTimes()).isZero();
    }

    @Test
    void eachMoveIsToldOnce() {
        var first = seatsOf(ada.patient(), monday).getFirst();
        changedTo(CHICAGO);

        await().untilAsserted(() -> assertThat(told(first)).hasSize(2));
        assertThat(told(first).getLast())
                .contains("SCHEDULED", twoHours(monday, CHICAGO)[0].toString(), dora.toString());
        changedTo(CHICAGO);
        changedTo(ZONE);
        await().untilAsserted(() -> assertThat(told(first)).hasSize(3));
    }

    @Test
    void anEarlierSessionThatWasCancelledIsInNobodysWay() {
        var second = seatsOf(ada.patient(), monday).get(1);
        INTAKE.asks()
                .body(Map.of("reason", "CLINICIAN_ABSENT"))
                .post(API + "sessions/" + second + "/cancellation")
                .then()
                .statusCode(200);

        changedTo(CHICAGO);

        assertThat(startsOf(group)).startsWith(twoHours(monday, CHICAGO));
    }

    @Test
    void whatSomebodyHasComeToStaysAndSoDoesWhatWouldRunIntoIt() {
        moveTo(at(monday, "16:30"));
        leading(dora)
                .asks()
                .body(Map.of("patient", ada.patient()))
                .post(API + "sessions/" + seatsOf(ada.patient(), monday).getFirst() + "/check-ins")
                .then()
                .statusCode(201);

        changedTo(HALIFAX);

        assertThat(startsOf(group)).startsWith(twoHours(monday, ZONE)).containsAll(wednesdays(HALIFAX));
        assertThat(strayTimes()).isZero();
    }

    @Test
    void whatWouldHaveBegunAlreadyStays() {
        moveTo(at(monday, "16:30"));

        changedTo(ZoneId.of("Europe/Lisbon"));

        assertThat(startsOf(group))
                .startsWith(twoHours(monday, ZONE))
                .containsAll(wednesdays(ZoneId.of("Europe/Lisbon")));
    }

    private void changedTo(ZoneId zone) {
        ChangedZone.to(zone, clinics);
        moveTo(now().plus(Duration.ofSeconds(90)));
    }

    private static List<Map<String, String>> twoHoursOn(DayOfWeek... days) {
        var slots = new ArrayList<>(hours("17:00", "18:00", days));
        slots.addAll(hours("18:00", "19:00", days));
        return slots;
    }

    private static Instant[] twoHours(LocalDate day, ZoneId zone) {
        return Stream.of(17, 18)
                .map(hour -> day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant())
                .toArray(Instant[]::new);
    }

    private List<Instant> wednesdays(ZoneId zone) {
        return Stream.of(2, 9, 16)
                .flatMap(days -> Stream.of(twoHours(monday.plusDays(days), zone)))
                .toList();
    }

    private List<Instant> startsOf(String group) {
        return AtOnce.inTheClinic(() -> sql.list(
                "select starts_at from session where group_id = ? order by starts_at",
                row -> row.getObject("starts_at", java.time.OffsetDateTime.class)
                        .toInstant(),
                UUID.fromString(group)));
    }

    /** Seats and leaders that are not where their session is. */
    private long strayTimes() {
        return AtOnce.inTheClinic(() -> sql.one("""
                        select count(*) from session s
                        join (select session_id, starts_at, ends_at from seat
                              union all select session_id, starts_at, ends_at from session_facilitator) t
                          on t.session_id = s.id
                        where t.starts_at <> s.starts_at or t.ends_at <> s.ends_at
                        """, row -> row.getLong(1)).orElseThrow());
    }

    private static List<String> told(String session) {
        return Broker.said("stepwell.scheduling.state", session).stream()
                .filter(event -> event.startsWith("session-changed.v1"))
                .toList();
    }
}
