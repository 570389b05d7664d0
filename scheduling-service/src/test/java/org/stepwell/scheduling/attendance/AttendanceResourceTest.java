package org.stepwell.scheduling.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.MORNING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AttendanceResourceTest {

    private Evening evening;
    private Admitted ada;
    private Admitted bob;
    private StaffId dora;
    private String session;

    @BeforeEach
    void aMondayEveningWithAdaAndBob() {
        evening = Evening.withAdaAndBob();
        ada = evening.ada();
        bob = evening.bob();
        dora = evening.dora();
        session = evening.session();
    }

    @Test
    void whoeverCheckedInIsPresentWithTheirMinutesAndWhoDidNotIsANoShow() {
        evening.check("check-ins", ada.patient(), "18:20").then().statusCode(201);
        evening.check("check-outs", ada.patient(), "20:30").then().statusCode(201);

        evening.close(List.of())
                .then()
                .statusCode(200)
                .body("attended", equalTo(1))
                .body("absent", equalTo(1))
                .body("attendance.find { it.patient == '%s' }.minutes".formatted(ada.patient()), equalTo(130))
                .body("attendance.find { it.patient == '%s' }.status".formatted(bob.patient()), equalTo("NO_SHOW"));
        await().untilAsserted(() -> assertThat(Evening.recorded(ada.patient()))
                .singleElement()
                .asString()
                .contains("\"version\":1", "\"minutes\":130", "\"status\":\"PRESENT\"", "\"group\":true"));
        assertThat(Broker.said("stepwell.scheduling", session))
                .singleElement()
                .asString()
                .contains("session-closed.v1", "\"attended\":1", "\"absent\":1");
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.scheduling.state", "session/" + session))
                .last()
                .asString()
                .contains("CLOSED"));
    }

    @Test
    void whoeverGoesAndComesAgainWasNotThereInBetween() {
        for (var said : List.of("check-ins 18:00", "check-outs 18:30", "check-ins 20:30", "check-outs 21:00")) {
            evening.check(said.split(" ", -1)[0], ada.patient(), said.split(" ", -1)[1])
                    .then()
                    .statusCode(201);
        }
        for (var said : List.of("check-ins 17:50", "check-outs 17:55", "check-ins 18:10", "check-ins 18:20")) {
            evening.check(said.split(" ", -1)[0], bob.patient(), said.split(" ", -1)[1])
                    .then()
                    .statusCode(201);
        }

        evening.close(List.of())
                .then()
                .body("attendance.find { it.patient == '%s' }.minutes".formatted(ada.patient()), equalTo(60))
                .body("attendance.find { it.patient == '%s' }.minutes".formatted(bob.patient()), equalTo(170));
    }

    /** The group is of two: somebody stayed away, and another one came instead. */
    @Test
    void asManyAsThereAreSeatsWereThereThoughSomebodyWithASeatWasNot() {
        var small = Evening.ofTwo();
        var cleo = admitted(aProgram(NINE_HOURS), MORNING, small.monday(), 540);
        var dan = admitted(aProgram(NINE_HOURS), MORNING, small.monday(), 540);
        small.close(List.of(Evening.presence(small.ada(), "PRESENT"))).then().body("absent", equalTo(1));

        small.found(cleo).then().statusCode(201).body("minutes", equalTo(180));
        small.found(dan).then().statusCode(409).body("type", endsWith("/session-full"));
    }

    @Test
    void aCorrectionIsANewVersionBesideTheOldOne() {
        evening.close(List.of(Evening.presence(ada, "PRESENT"))).then().statusCode(200);
        var path = API + "sessions/" + session + "/attendance/" + bob.patient();
        var excused = Map.of("status", "EXCUSED", "reason", "EXCUSE_RECEIVED");
        leading(dora).asks().body(excused).put(path).then().statusCode(428);

        leading(dora)
                .asks()
                .header("If-Match", "\"1\"")
                .body(excused)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("EXCUSED"))
                .body("version", equalTo(2));

        leading(dora)
                .asks()
                .header("If-Match", "\"1\"")
                .body(excused)
                .put(path)
                .then()
                .statusCode(412);
        leading(dora)
                .asks()
                .get(path)
                .then()
                .body("versions.status", equalTo(List.of("EXCUSED", "NO_SHOW")))
                .body("versions.version", equalTo(List.of(2, 1)));
        await().untilAsserted(() -> assertThat(Evening.recorded(bob.patient()))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"version\":2"));
        INTAKE.asks()
                .get(API + "sessions/" + session)
                .then()
                .body("roster.find { it.patient == '%s' }.attendance".formatted(bob.patient()), equalTo("EXCUSED"))
                .body("session.status", equalTo("CLOSED"));
    }

    @Test
    void onlyWhoLeadsTheSessionOrASupervisorTakesItsAttendance() {
        var body = Map.of("presences", List.of());
        leading(aClinician())
                .asks()
                .body(body)
                .post(API + "sessions/" + session + "/closing")
                .then()
                .statusCode(403)
                .body("type", endsWith("not-allowed"));
        INTAKE.asks()
                .body(body)
                .post(API + "sessions/" + session + "/closing")
                .then()
                .statusCode(403);
        Person.of("supervisor", Person.HARBOR)
                .who(dora)
                .asks()
                .body(body)
                .post(API + "sessions/" + session + "/closing")
                .then()
                .statusCode(404);
        Person.at("supervisor")
                .who(aClinician())
                .asks()
                .body(body)
                .post(API + "sessions/" + session + "/closing")
                .then()
                .statusCode(200);
    }

    @Test
    void aSessionIsClosedOnceAfterItStarted() {
        var wednesday = seatsOf(ada.patient(), evening.monday()).get(1);
        leading(dora)
                .asks()
                .body(Map.of("presences", List.of()))
                .post(API + "sessions/" + wednesday + "/closing")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-started-yet"));
        evening.close(List.of()).then().statusCode(200);

        evening.close(List.of()).then().statusCode(409).body("type", endsWith("session-is-over"));
        evening.check("check-ins", ada.patient(), "18:00")
                .then()
                .statusCode(409)
                .body("type", endsWith("session-is-over"));
    }

    /** Two who lead it press at once, or one presses twice. */
    @Test
    void ofManyWhoCloseASessionAtOnceOneDoes() throws Exception {
        var presses = Collections.<Callable<Integer>>nCopies(
                8,
                () -> evening.close(List.of(Evening.presence(ada, "PRESENT"))).statusCode());

        try (var phones = Executors.newFixedThreadPool(8)) {
            var answers =
                    phones.invokeAll(presses).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
        }
    }

    @Test
    void nobodyIsNamedWhoHasNoSeatAndNothingIsStored() {
        var stranger = new Admitted(new PatientId(Uuid7.next()), ada.episode());

        evening.close(List.of(Evening.presence(stranger, "PRESENT")))
                .then()
                .statusCode(409)
                .body("type", endsWith("not-on-roster"));
        evening.check("check-ins", stranger.patient(), "18:00")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-on-roster"));
        evening.check("check-outs", ada.patient(), "18:00")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-checked-in"));
        INTAKE.asks()
                .get(API + "sessions/" + session)
                .then()
                .body("session.status", equalTo("SCHEDULED"))
                .body("roster", hasSize(2));
    }
}
