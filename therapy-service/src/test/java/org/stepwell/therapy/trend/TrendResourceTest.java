package org.stepwell.therapy.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Questionnaires.phq9OfTotal;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientSince;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.task;
import static org.stepwell.therapy.Riverside.treatedFirstBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TrendResourceTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Inject
    Sql sql;

    private final LocalDate today = LocalDate.now(NEW_YORK);
    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void aPatientInTheSixthWeek() {
        dora = aClinician();
        ada = aPatientSince(today.minusDays(40), aProgram(), dora);
        treatedFirstBy(ada, dora);
    }

    @Test
    void theSeriesBeginsAtIntakeWhicheverServiceTookIt() {
        intake("PHQ-9", 16, 45);
        intake("PHQ-9", 20, 75); // before any intake of this stay
        takes(15, 10);

        trends(clinician(dora))
                .body("instrument", contains("PHQ-9"))
                .body("[0].points.total", contains(16, 15))
                .body("[0].points.service", contains("enrollment", "therapy"))
                .body("[0].points[0].sinceFirst", nullValue())
                .body("[0].points[1].sinceFirst", equalTo(-1))
                .body("[0].points[1].reliably", equalTo("SAME"))
                .body("[0].expected.state", equalTo("NOT_ON_TRACK"))
                .body("[0].expected.because", containsString("6 % better"))
                .body("[0].expected.source", containsString("Gyani"))
                .body("[0].expected.offSince", notNullValue());
        trends(Person.at("patient").who(ada.patient())).body("[0].points", hasSize(2));
    }

    @Test
    void whenItTurnsItIsATaskOfTheFirstClinicianOnceAndEndsWhenItTurnsBack() {
        takes(16, 39);
        takes(16, 8);
        var turned = task(ada, "not-on-track", "OPEN");
        assertThat(turned).containsEntry("staff", dora.toString());

        takes(17, 7);
        assertThat(task(ada, "not-on-track", "OPEN")).isEqualTo(turned);
        takes(9, 6);

        assertThat(task(ada, "not-on-track", "OPEN")).isEmpty();
        assertThat(task(ada, "not-on-track", "DONE")).containsEntry("id", turned.get("id"));
        trends(clinician(dora))
                .body("[0].expected.state", equalTo("ON_TRACK"))
                .body("[0].expected.offSince", nullValue());
        takes(15, 5);
        assertThat(task(ada, "not-on-track", "OPEN")).isNotEmpty();
    }

    @Test
    void whatIsWrittenDownLateStandsWhereItWasAnswered() {
        takes(9, 8);
        takes(16, 39);

        trends(clinician(dora))
                .body("[0].points.total", contains(16, 9))
                .body("[0].points[1].reliably", equalTo("BETTER"))
                .body("[0].expected.state", equalTo("ON_TRACK"));
    }

    @Test
    void anotherServiceMayTurnItToo() {
        takes(16, 39);

        said("aftercare", "PHQ-9", 16, at(1), List.of());

        await("the task").until(() -> !task(ada, "not-on-track", "OPEN").isEmpty());
    }

    @Test
    void whatHasNoTotalIsShownByItsParts() {
        said("enrollment", "BAM", null, at(41), List.of(new Subscale("RISK", 9, "LOWER")));

        await("the BAM").untilAsserted(() -> trends(clinician(dora)).body("instrument", contains("BAM")));
        trends(clinician(dora))
                .body("[0].points[0].parts[0].points", equalTo(9))
                .body("[0].points[0].total", nullValue())
                .body("[0].expected", nullValue());
    }

    @Test
    void ofManyAtOnceItTurnsOnce() {
        takes(16, 39);

        var answers = IntStream.range(0, 10)
                .parallel()
                .map(_ -> sends(clinician(dora), ada, "PHQ-9", phq9OfTotal(16), at(2))
                        .extract()
                        .statusCode())
                .boxed()
                .collect(Collectors.toSet());

        assertThat(answers).containsExactly(201);
        trends(clinician(dora)).body("[0].points", hasSize(11));
        assertThat(task(ada, "not-on-track", "OPEN")).containsEntry("staff", dora.toString());
    }

    @Test
    void afterTheLastDayNobodyIsAskedToLookAtIt() {
        takes(16, 39);
        takes(16, 8);

        discharged(ada, today.minusDays(1));

        await("the discharge")
                .until(() -> !task(ada, "not-on-track", "WITHDRAWN").isEmpty());
        takes(20, 1);
        assertThat(task(ada, "not-on-track", "OPEN")).isEmpty();
    }

    @Test
    void onlyWhoReadsTheRecordReadsTheTrend() {
        Person.at("intake").asks().get(path()).then().statusCode(403);
        clinician(aClinician()).asks().get(path()).then().statusCode(403);
        Person.of("supervisor", Person.HARBOR)
                .who(dora)
                .asks()
                .get(path())
                .then()
                .statusCode(404);
    }

    private void takes(int total, int daysAgo) {
        sends(clinician(dora), ada, "PHQ-9", phq9OfTotal(total), at(daysAgo)).statusCode(201);
    }

    private void intake(String instrument, int total, int daysAgo) {
        var measure = said("enrollment", instrument, total, at(daysAgo), List.of());
        await("the score of intake")
                .until(() ->
                        inClinic(() -> sql.one("select 1 from scored_measure where id = ?", row -> 1, measure.value())
                                .isPresent()));
    }

    private MeasureId said(
            String service, String instrument, @Nullable Integer total, Instant takenAt, List<Subscale> parts) {
        var measure = new MeasureId(Uuid7.next());
        Broker.say(new MeasureScored(
                service, ada.patient(), null, measure, instrument, "1", total, null, parts, takenAt, Instant.now()));
        return measure;
    }

    private Instant at(int daysAgo) {
        return today.minusDays(daysAgo).atTime(12, 0).atZone(NEW_YORK).toInstant();
    }

    private ValidatableResponse trends(Person who) {
        return who.asks().get(path()).then().statusCode(200);
    }

    private String path() {
        return API + "/episodes/" + ada.episode() + "/trends";
    }
}
