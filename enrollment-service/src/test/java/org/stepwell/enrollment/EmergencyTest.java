package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EmergencyTest {

    private static final String NATURE = "Found unresponsive; the ambulance asks for her medication";

    private final Intake riverside = new Intake(Person.RIVERSIDE);
    private final Person dana =
            Person.at("clinician").who(new StaffId(UUID.randomUUID())).with("acr", "2");
    private PatientId maya = new PatientId(new UUID(0, 0));

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
        maya = riverside.patient();
    }

    @Test
    void aClinicianWhoIsNotOnTheTeamOpensTheRecordForAnHour() {
        reads(dana).statusCode(403).body("detail", containsString("break-glass"));

        var glass = opens(dana)
                .statusCode(201)
                .header("Location", containsString("/break-glass/"))
                .extract();

        reads(dana).statusCode(200).body("id", equalTo(maya.toString()));
        assertThat(Duration.between(Instant.parse(glass.path("openedAt")), Instant.parse(glass.path("until"))))
                .isEqualTo(Duration.ofHours(1));
        reads(Person.at("clinician").who(new StaffId(UUID.randomUUID()))).statusCode(403);
    }

    @Test
    void whoeverOpenedItIsAnsweredWithThatAndOneReviewClosesAllOfIt() {
        String glass = opens(dana).statusCode(201).extract().path("id");
        opens(dana).statusCode(200).body("id", equalTo(glass));
        opens(Person.at("clinician").who(new StaffId(UUID.randomUUID())).with("acr", "2"))
                .statusCode(201);

        officer()
                .asks()
                .body(Map.of("verdict", "NOT_JUSTIFIED"))
                .post(API + "break-glass/" + glass + "/review")
                .then()
                .statusCode(200);

        reads(dana).statusCode(403);
        opens(dana).statusCode(201);
        reads(dana).statusCode(200);
    }

    @Test
    void everyLookUnderItIsInTheAuditAsBreakingTheGlass() {
        opens(dana).statusCode(201);
        reads(dana).statusCode(200);

        officer()
                .asks()
                .get(API + "patients/" + maya + "/accesses")
                .then()
                .statusCode(200)
                .body("items.findAll { it.purpose == 'BTG' }.action", hasItem("R"));
    }

    @Test
    void itTakesASecondFactorAReasonAndAPatient() {
        opens(dana.with("acr", "1")).statusCode(401);
        opens(dana, maya, Map.of("nature", "because")).statusCode(400).body("errors.pointer", contains("/nature"));
        opens(dana, maya, Map.of()).statusCode(400).body("errors.pointer", contains("/nature"));
        opens(dana, new PatientId(UUID.randomUUID()), Map.of("nature", NATURE)).statusCode(404);
        opens(Person.at("intake").with("acr", "2")).statusCode(403);
        opens(Person.at("patient").who(maya).with("acr", "2")).statusCode(403);
        opens(new Intake(Person.HARBOR).carl().with("acr", "2")).statusCode(404);

        reads(dana).statusCode(403);
    }

    @Test
    void whomItWasToldIsOnRecordAndInTheLedger() {
        String glass = opens(dana).extract().path("id");

        var key = UUID.randomUUID();
        String entry =
                discloses(dana, glass, told(), key).statusCode(201).extract().path("id");
        discloses(dana, glass, told(), key).statusCode(201).body("id", equalTo(entry)); // the answer was lost

        queue().body("items.find { it.id == '" + glass + "' }.nature", equalTo(NATURE))
                .body("items.find { it.id == '" + glass + "' }.disclosures.size()", equalTo(1))
                .body("items.find { it.id == '" + glass + "' }.disclosures[0].recipient", equalTo("Dr. Ana Reyes"))
                .body("items.find { it.id == '" + glass + "' }.disclosures[0].facility", equalTo("Harbor General"))
                .body("items.find { it.id == '" + glass + "' }.disclosures[0].discloser", equalTo("Dana Park"))
                .body(
                        "items.find { it.id == '" + glass + "' }.disclosures[0].notedBy",
                        equalTo(dana.claims().get("staff_id")));
        await().untilAsserted(() -> Person.at("patient")
                .who(maya)
                .asks()
                .get(API + "patients/" + maya + "/disclosures")
                .then()
                .body("items.find { it.id == '" + entry + "' }.basis", equalTo("MEDICAL_EMERGENCY"))
                .body("items.find { it.id == '" + entry + "' }.authority", equalTo(glass))
                .body("items.find { it.id == '" + entry + "' }.recipientName", equalTo("Dr. Ana Reyes, Harbor General"))
                .body("items.find { it.id == '" + entry + "' }.consent", nullValue())
                .body("items.find { it.id == '" + entry + "' }.permitted", equalTo(true)));
    }

    @Test
    void nothingIsToldWhereConsentCouldBeHadOrByAnybodyElse() {
        String glass = opens(dana).extract().path("id");
        var asked = new HashMap<>(told());
        asked.put("consentCanNotBeHad", false);

        discloses(dana, glass, asked)
                .statusCode(409)
                .body("type", endsWith("/consent-could-be-had"))
                .body("errors.pointer", contains("/consentCanNotBeHad"));
        discloses(Person.at("supervisor").who(new StaffId(UUID.randomUUID())), glass, told())
                .statusCode(409)
                .body("type", endsWith("/opened-by-another"));
        discloses(dana, UUID.randomUUID().toString(), told()).statusCode(404);
        var notes = new HashMap<>(told());
        notes.put("categories", List.of("MEDICATION", "COUNSELING_NOTES"));
        discloses(dana, glass, notes).statusCode(409).body("type", endsWith("/counseling-notes-stay-closed"));
        var nameless = new HashMap<>(told());
        nameless.remove("facility");
        discloses(dana, glass, nameless).statusCode(400).body("errors.pointer", contains("/facility"));
        await().untilAsserted(() -> Person.at("patient")
                .who(maya)
                .asks()
                .get(API + "patients/" + maya + "/disclosures")
                .then()
                .body("items.refusal", hasItems("consent-could-be-had", "opened-by-another"))
                .body("items.find { it.refusal == 'consent-could-be-had' }.authority", equalTo(glass)));
    }

    @Test
    void thePrivacyOfficerReviewsItOnce() {
        String glass = opens(dana).extract().path("id");
        queue().body("items.id", hasItem(glass));
        work().body("items.subject", hasItem(glass));

        reviews(glass)
                .statusCode(200)
                .body("review.verdict", equalTo("JUSTIFIED"))
                .body("review.remark", equalTo("Spoke with the team"));

        queue().body("items.id", not(hasItem(glass)));
        work().body("items.subject", not(hasItem(glass)));
        reviews(glass).statusCode(409).body("type", endsWith("/reviewed-before"));
        dana.asks().get(API + "break-glass").then().statusCode(403);
    }

    private ValidatableResponse reads(Person person) {
        return person.asks().get(API + "patients/" + maya).then();
    }

    private ValidatableResponse opens(Person person) {
        return opens(person, maya, Map.of("nature", NATURE));
    }

    private static ValidatableResponse opens(Person person, PatientId patient, Map<String, ?> form) {
        return person.asks()
                .body(form)
                .post(API + "patients/" + patient + "/break-glass")
                .then();
    }

    private static ValidatableResponse discloses(Person person, String glass, Map<String, ?> form) {
        return discloses(person, glass, form, UUID.randomUUID());
    }

    private static ValidatableResponse discloses(Person person, String glass, Map<String, ?> form, UUID key) {
        return person.asks()
                .header("Idempotency-Key", key.toString())
                .body(form)
                .post(API + "break-glass/" + glass + "/disclosures")
                .then();
    }

    private static Map<String, Object> told() {
        return Map.of(
                "recipient", "Dr. Ana Reyes",
                "facility", "Harbor General",
                "discloser", "Dana Park",
                "categories", List.of("MEDICATION"),
                "channel", "PHONE",
                "consentCanNotBeHad", true);
    }

    private static Person officer() {
        return Person.at("privacy-officer");
    }

    private static ValidatableResponse queue() {
        return officer().asks().get(API + "break-glass?limit=200").then().statusCode(200);
    }

    private static ValidatableResponse work() {
        return officer().asks().get(API + "tasks?limit=200").then().statusCode(200);
    }

    private static ValidatableResponse reviews(String glass) {
        return officer()
                .asks()
                .body(Map.of("verdict", "JUSTIFIED", "remark", "Spoke with the team"))
                .post(API + "break-glass/" + glass + "/review")
                .then();
    }
}
