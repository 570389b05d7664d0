package org.stepwell.scheduling.availability;

import static org.awaitility.Awaitility.await;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.INTAKE;

import java.time.Instant;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;

/** Patients whom enrollment has registered. */
final class Known {

    private Known() {}

    /** Somebody who is in no program yet. */
    static PatientId patient() {
        var patient = new PatientId(Uuid7.next());
        var rules = new ContactRules(true, false, false, false, null, null, Saying.NOTHING);
        Broker.say(new PatientChanged(patient, "en", null, rules, "sealed", Instant.EPOCH));
        await().until(
                        () -> INTAKE.asks()
                                .get(API + "patients/" + patient + "/availability")
                                .statusCode(),
                        status -> status == 200);
        return patient;
    }
}
