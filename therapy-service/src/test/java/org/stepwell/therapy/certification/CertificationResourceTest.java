package org.stepwell.therapy.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientIn;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.aProgramCertifiedFor;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** A physician's word that a patient needs this level of care. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CertificationResourceTest {

    private static final Map<String, Object> ALL = Map.of(
            "weeklyMinutes", 540, "lifeAreasImpaired", true, "ableToParticipate", true, "underWrittenPlan", true);

    private StaffId dora;
    private StaffId phil;
    private InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        phil = new StaffId(Uuid7.next());
        Broker.say(new StaffChanged(phil, List.of("MD"), true, null, Instant.EPOCH));
        ada = aPatientOf(dora, phil);
        await("the physician's credentials")
                .until(() ->
                        signs(phil, with("underWrittenPlan", false)).extract().statusCode() == 400);
    }

    @Test
    void aPhysicianCertifiesForSixtyDaysAndTellsIt() {
        var today = LocalDate.now(ZoneId.of("America/New_York"));

        signs(phil, ALL)
                .statusCode(201)
                .body("from", equalTo(today.toString()))
                .body("through", equalTo(today.plusDays(60).toString()))
                .body("credentials", equalTo("MD"));

        await("certification-signed")
                .untilAsserted(() -> assertThat(Broker.said("stepwell.therapy", ada.patient()))
                        .filteredOn(said -> said.startsWith("certification-signed.v1"))
                        .singleElement()
                        .asString()
                        .contains(today.plusDays(60).toString(), phil.toString()));
        signs(phil, ALL).statusCode(409).body("type", endsWith("/certified-before"));
        clinician(dora)
                .asks()
                .get(API + "/episodes/" + ada.episode() + "/certifications")
                .then()
                .statusCode(200)
                .body("signer", contains(phil.toString()));
    }

    @Test
    void theOneOfJanuaryFifthStandsThroughMarchSixth() {
        signs(phil, with("from", "2026-01-05")).statusCode(201).body("through", equalTo("2026-03-06"));
        signs(phil, with("from", "2026-03-06")).statusCode(201).body("through", equalTo("2026-05-05"));
    }

    @Test
    void itStandsForAsLongAsTheRulesOfTheProgramSayOnItsFirstDay() {
        ada = aPatientIn(aProgramCertifiedFor(60, LocalDate.of(2026, 2, 1), 30), dora, phil);

        signs(phil, with("from", "2026-01-05")).statusCode(201).body("through", equalTo("2026-03-06"));
        signs(phil, with("from", "2026-03-06")).statusCode(201).body("through", equalTo("2026-04-05"));
    }

    @Test
    void nobodyButAPhysicianOfTheCareTeamCertifies() {
        signs(dora, ALL).statusCode(403).body("type", endsWith("/physicians-certify"));
        var other = new StaffId(Uuid7.next());
        Broker.say(new StaffChanged(other, List.of("MD"), true, null, Instant.EPOCH));
        signs(other, ALL).statusCode(403);
        Person.at("patient")
                .who(ada.patient())
                .asks()
                .body(ALL)
                .post(API + "/episodes/" + ada.episode() + "/certifications")
                .then()
                .statusCode(403);
    }

    @Test
    void allOfItIsCertifiedOfSomebodyWhoIsInFromADayThatCame() {
        var half = new HashMap<>(ALL);
        half.put("lifeAreasImpaired", false);
        half.put("ableToParticipate", false);
        signs(phil, half)
                .statusCode(400)
                .body("type", endsWith("/all-of-it-is-certified"))
                .body("errors.pointer", containsInAnyOrder("/lifeAreasImpaired", "/ableToParticipate"));
        signs(phil, with("weeklyMinutes", 480)).statusCode(400).body("errors.pointer", contains("/weeklyMinutes"));
        signs(phil, with("from", "2099-01-01")).statusCode(400).body("errors.pointer", contains("/from"));
        signs(phil, with("from", "1969-12-31")).statusCode(400).body("errors.pointer", contains("/from"));

        discharged(ada);
        await("the discharge")
                .untilAsserted(() -> signs(phil, ALL).statusCode(409).body("type", endsWith("/certified-while-in")));
    }

    private static Map<String, Object> with(String field, Object value) {
        var changed = new HashMap<>(ALL);
        changed.put(field, value);
        return changed;
    }

    private ValidatableResponse signs(StaffId who, Map<String, Object> form) {
        return clinician(who)
                .asks()
                .body(form)
                .post(API + "/episodes/" + ada.episode() + "/certifications")
                .then();
    }
}
