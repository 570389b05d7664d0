package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.enrollment.Billing.h0015;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is ready to be billed goes back to waiting with the consent it rests on. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RevokedClaimsTest {

    private final Billing mill = new Billing(new Intake(new ClinicId(UUID.randomUUID())));

    @Test
    void aLineThatWasReadyIsHeldAgainOnceThePatientRevokes() {
        mill.intake().setUp("Mill Road");
        var maya = mill.intake().patient();
        var episode = mill.intake().admitted(maya);
        var payer = mill.payer(h0015());
        mill.noteSigned(maya, episode, mill.attends(maya, episode, today().minusDays(1)));
        mill.approved(mill.covered(maya, payer), 20, today().minusDays(6), today().plusDays(60));
        mill.consentsToPayer(maya, payer);
        await().untilAsserted(() -> lines(maya).body("items.status", contains("READY")));

        revokes(maya);

        // With the answer, and so without waiting.
        lines(maya).body("items.status", contains("HELD")).body("items.holds", contains(contains("CONSENT_MISSING")));
        mill.sends(mill.intake().ivy().with("acr", "2"), payer, today().minusDays(6), today(), false)
                .statusCode(200)
                .header("X-Lines", "0")
                .header("X-Held", "1");
        lines(maya).body("items.status", contains("HELD"));
    }

    private void revokes(PatientId patient) {
        String consent = mill.intake()
                .ivy()
                .asks()
                .get(API + "patients/" + patient + "/consents")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.kind == 'NAMED_DISCLOSURE' }.id");
        Person.of("patient", mill.intake().clinic())
                .who(patient)
                .asks()
                .post(API + "consents/" + consent + "/revocation")
                .then()
                .statusCode(200)
                .body("status", equalTo("REVOKED"));
    }

    private ValidatableResponse lines(PatientId patient) {
        return mill.lines(patient, today().minusDays(6), today());
    }
}
