package org.stepwell.scheduling.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whoever has come to a session was there, whatever is said later about their last day or the group's. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class WhoCameStaysTest {

    private LocalDate monday;
    private Evening wednesday;
    private PatientId ada;

    /** On Wednesday; what is said later is about Monday. */
    @BeforeEach
    void adaCame() {
        var before = Evening.withAdaAndBob();
        monday = before.monday();
        ada = before.ada().patient();
        var day = monday.plusDays(2);
        moveTo(at(day, "21:05"));
        var session = seatsOf(ada, day).get(1);
        wednesday = new Evening(day, before.dora(), before.ada(), before.bob(), session);
        wednesday.check("check-ins", ada, "18:00").then().statusCode(201);
    }

    @Test
    void whereTheirLastDayAsAMemberWasBefore() {
        INTAKE.asks()
                .delete(API + "groups/" + group() + "/members/" + ada + "?lastDay=" + monday)
                .then()
                .statusCode(200);

        assertThat(seatsOf(ada, monday)).as("but Friday").hasSize(2);
        wednesdayCountsForAda();
    }

    @Test
    void whereTheirDischargeWasBefore() {
        discharge(wednesday.ada(), monday);
        await().untilAsserted(
                        () -> assertThat(seatsOf(ada, monday)).as("but Friday").hasSize(2));

        wednesdayCountsForAda();
    }

    @Test
    void whereTheGroupEndedBefore() {
        ADMIN.asks()
                .body(Map.of("lastDay", monday.toString()))
                .post(API + "groups/" + group() + "/end")
                .then()
                .statusCode(200);

        assertThat(seatsOf(ada, monday)).as("but Friday").hasSize(2);
        wednesdayCountsForAda();
    }

    @Test
    void aSessionThatSomebodyCameToIsNotCancelled() {
        INTAKE.asks()
                .body(Map.of("reason", "CLINICIAN_ABSENT"))
                .post(API + "sessions/" + wednesday.session() + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", endsWith("/somebody-came"));

        wednesdayCountsForAda();
    }

    private String group() {
        return INTAKE.asks().get(API + "sessions/" + wednesday.session()).path("session.group");
    }

    private void wednesdayCountsForAda() {
        wednesday.close(List.of()).then().statusCode(200).body("attended", equalTo(1));
        await().untilAsserted(() ->
                assertThat(Evening.recorded(ada)).singleElement().asString().contains("\"status\":\"PRESENT\""));
    }
}
