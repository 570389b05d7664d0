package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.aftercare.AftercareFact.AftercareClosed;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What ends with treatment and with aftercare: consents that say so, and the care team. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CareEndsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private PatientId maya = new PatientId(new java.util.UUID(0, 0));

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
        maya = riverside.patient();
    }

    @AfterEach
    void itIsNow() {
        MovedClock.to(Instant.now());
    }

    @Test
    void aConsentUntilTheEndOfTreatmentEndsWhenItsLastDayIsOver() {
        var consent = signed(Map.of("ends", "END_OF_TREATMENT"));
        var episode = riverside.admitted(maya);

        discharged(episode);

        is(consent, "ACTIVE");
        MovedClock.to(Instant.now().plus(java.time.Duration.ofDays(1)));
        await().untilAsserted(() -> is(consent, "EXPIRED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"END_OF_TREATMENT", "END_OF_AFTERCARE"})
    void aConsentUntilTheEndOfCareEndsWhereNoneBegins(String ends) {
        var consent = signed(Map.of("ends", ends));
        var episode = riverside.waiting(maya, riverside.program());

        riverside
                .ivy()
                .asks()
                .post(API + "episodes/" + episode + "/withdrawal")
                .then()
                .statusCode(200);

        is(consent, "EXPIRED");
    }

    @Test
    void noConsentEndsWithWhatIsOver() {
        var episode = riverside.admitted(maya);
        discharged(episode);
        is(signed(Map.of("ends", "END_OF_AFTERCARE")), "ACTIVE");

        proposed(Map.of("ends", "END_OF_TREATMENT"))
                .statusCode(409)
                .body("type", endsWith("/ends-with-what-is-over"))
                .body("errors.pointer", contains("/terms/ends"));
        Broker.say(closed(episode, true));

        await().untilAsserted(() -> proposed(Map.of("ends", "END_OF_AFTERCARE")).statusCode(409));
        riverside.waiting(maya, riverside.program());
        is(signed(Map.of("ends", "END_OF_TREATMENT")), "ACTIVE");
    }

    @Test
    void aConsentEndsWhenItsOwnLastDayIsOver() {
        var consent =
                signed(Map.of("lastDay", LocalDate.now(NEW_YORK).plusDays(30).toString()));

        is(consent, "ACTIVE");
        MovedClock.to(Instant.now().plus(java.time.Duration.ofDays(32)));

        await().untilAsserted(() -> is(consent, "EXPIRED"));
    }

    @Test
    void whenAftercareIsOverTheTeamReadsNoMore() {
        var consent = signed(Map.of("ends", "END_OF_AFTERCARE"));
        var episode = riverside.admitted(maya);
        discharged(episode);
        carlReads(200);
        is(consent, "ACTIVE");

        Broker.say(closed(episode, false));
        Broker.say(closed(episode, true));

        await().untilAsserted(() -> carlReads(403));
        is(consent, "EXPIRED");
    }

    @Test
    void whoseCareIsOverIsAssessedByNoClinicianUntilIntakeSeesThemAgain() {
        var episode = riverside.admitted(maya);
        riverside.screened(maya, "NO_TRANSPORT");
        discharged(episode);
        carlDiagnoses("F33.1").statusCode(201);

        Broker.say(closed(episode, true));

        await().untilAsserted(() -> carlReads(403));
        carlDiagnoses("F41.1").statusCode(403);
        standingFor(riverside.carl()).body("items.patient", not(hasItem(maya.toString())));
        riverside.screened(maya);
        carlDiagnoses("F41.1").statusCode(201);
        standingFor(riverside.carl()).body("items.patient", hasItem(maya.toString()));
    }

    private ValidatableResponse carlDiagnoses(String code) {
        return riverside
                .carl()
                .asks()
                .body(Map.of("code", code))
                .post(API + "patients/" + maya + "/diagnoses")
                .then();
    }

    private static ValidatableResponse standingFor(Person who) {
        return who.asks().queryParam("limit", 200).get(API + "findings").then().statusCode(200);
    }

    @Test
    void whoeverStaysInTreatmentKeepsTheirTeam() {
        var consent = signed(Map.of("ends", "END_OF_AFTERCARE"));
        var other = riverside.patient();
        var episode = riverside.admitted(maya);
        var goes = riverside.admitted(other);
        discharged(goes);

        Broker.say(closed(episode, false));
        Broker.say(new AftercareClosed(other, goes, new AftercarePlanId(Uuid7.next()), true, Instant.now()));

        await().untilAsserted(() ->
                riverside.carl().asks().get(API + "patients/" + other).then().statusCode(403));
        carlReads(200);
        is(consent, "ACTIVE");
    }

    private AftercareClosed closed(EpisodeId episode, boolean careEnds) {
        return new AftercareClosed(maya, episode, new AftercarePlanId(Uuid7.next()), careEnds, Instant.now());
    }

    private void carlReads(int status) {
        riverside.carl().asks().get(API + "patients/" + maya).then().statusCode(status);
    }

    private void discharged(EpisodeId episode) {
        Person.at("supervisor")
                .asks()
                .body(Map.of(
                        "lastDay", LocalDate.now(NEW_YORK).toString(), "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                .post(API + "episodes/" + episode + "/discharge")
                .then()
                .statusCode(200);
    }

    private String signed(Map<String, String> end) {
        return proposed(end)
                .statusCode(201)
                .body("status", equalTo("ACTIVE"))
                .extract()
                .path("id");
    }

    private ValidatableResponse proposed(Map<String, String> end) {
        var terms = new HashMap<>(ConsentsOfMaya.toTomas());
        terms.remove("lastDay");
        terms.putAll(end);
        var signature = ConsentsOfMaya.signature();
        return riverside
                .ivy()
                .asks()
                .body(Map.of("kind", "NAMED_DISCLOSURE", "terms", terms, "signature", signature))
                .post(API + "patients/" + maya + "/consents")
                .then();
    }

    private void is(String consent, String status) {
        riverside.ivy().asks().get(API + "consents/" + consent).then().body("status", equalTo(status));
    }
}
