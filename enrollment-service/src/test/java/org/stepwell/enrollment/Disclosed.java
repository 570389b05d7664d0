package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;
import static org.stepwell.enrollment.Intake.API;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;

/** What other services say that they told of a patient. */
final class Disclosed {

    private Disclosed() {}

    /** Aftercare was asked by a payer, told nothing, and the ledger knows. */
    static void refused(PatientId patient) {
        Broker.say(refusal(patient));
        var ledger = API + "patients/" + patient + "/disclosures";
        var paul = Person.at("privacy-officer");
        await().untilAsserted(() -> paul.asks().get(ledger).then().body("items", not(empty())));
    }

    static DisclosureMade refusal(PatientId patient) {
        return new DisclosureMade(
                "aftercare",
                UUID.randomUUID(),
                patient,
                new Recipient(Recipient.Kind.PAYER, UUID.randomUUID()),
                null,
                DisclosurePurpose.PAYMENT,
                List.of(DataCategory.PRESENCE),
                DisclosureMade.Channel.PHONE,
                false,
                DisclosureBasis.CONSENT,
                null,
                null,
                "no-consent-in-force",
                null,
                Instant.now());
    }
}
