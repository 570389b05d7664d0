package org.stepwell.platform.testing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;

/** Enrollment found that two records are one person: what each other service makes of it. */
public abstract class MergedRecordTestBase {

    private static final Person PAUL = Person.at("privacy-officer");

    @Test
    void whoeverAsksForTheDuplicateIsSentToTheRecordThatGoesOn() {
        Broker.say(new ClinicChanged(
                Person.RIVERSIDE, "Riverside", "America/New_York", DayOfWeek.MONDAY, null, Instant.EPOCH));
        var maya = known();
        var again = known();
        accesses(Person.at("auditor"), again).statusCode(200);

        Broker.say(new PatientMerged(maya, again, Instant.now()));

        await().untilAsserted(() -> accesses(PAUL, again)
                .statusCode(409)
                .body("type", endsWith("/patient-was-merged"))
                .body("detail", containsString(maya.toString())));
        // Only the duplicate was looked at by the auditor.
        accesses(PAUL, maya).statusCode(200).body("items.roles.flatten()", hasItem("auditor"));
    }

    /** Somebody enrollment has told of, and whom somebody looked at here. */
    private static PatientId known() {
        var patient = new PatientId(Uuid7.next());
        Broker.say(new PatientChanged(
                patient,
                "en",
                null,
                new PatientChanged.ContactRules(true, false, false, false, null, null, Saying.ASK_FOR_A_CALL_BACK),
                "sealed",
                Instant.EPOCH));
        await().untilAsserted(() -> accesses(PAUL, patient).statusCode(200));
        return patient;
    }

    private static ValidatableResponse accesses(Person who, PatientId patient) {
        return who.asks()
                .get(ConfigProvider.getConfig().getValue("quarkus.rest.path", String.class) + "/patients/" + patient
                        + "/accesses")
                .then();
    }
}
