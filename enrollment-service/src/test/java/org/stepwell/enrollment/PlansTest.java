package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.enrollment.account.Guests;
import org.stepwell.enrollment.account.SmallKeycloak;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.PlansTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@QuarkusTestResource(SmallKeycloak.class)
class PlansTest extends PlansTestBase {

    @Override
    protected Records records() {
        return new RecordsOfMaya().made();
    }

    @Override
    protected Set<String> sealed() {
        return Set.of(
                "patient",
                "document",
                "document_pages",
                "patient_merge",
                "inquiry",
                "authority",
                "break_glass",
                "finding",
                "screening",
                "rights_request",
                "letter",
                "referral",
                "partner_agreement",
                "teds_record",
                "teds_record_version",
                "coverage",
                "payer_authorization",
                "payer_authorization_version");
    }

    @Override
    protected Set<String> few() {
        return Set.of("program", "program_track", "free_places", "partner", "payer");
    }

    /**
     * Whoever treats few looks through all in one status, and a biller through all that was attended in some days: as much as the
     * clinic has, and no more often than somebody pages.
     */
    @Override
    protected Set<String> boards() {
        return Set.of(
                "/api/enrollment/v1/episodes",
                "/api/enrollment/v1/claim-lines/held",
                "/api/enrollment/v1/teds/missing");
    }

    @Override
    protected Map<String, String> doneAtOnce() {
        return Map.of(
                "hold-over",
                "episode",
                "stay-review",
                "episode",
                "treatment-over",
                "episode",
                "payer-terms-told",
                "payer",
                "letters-asked-again",
                "patient");
    }

    /** What looks for invitations, accounts and emergencies of somebody: who comes in, who leaves, who breaks the glass twice. */
    @Override
    protected void alsoDone(Records records) {
        var riverside = new Intake(Person.RIVERSIDE);
        Guests.account(riverside.ada(), "AUDITOR");
        var leaver = new StaffId(UUID.randomUUID());
        riverside.works(leaver, true);
        riverside.works(leaver, false);
        riverside
                .carl()
                .with("acr", "2")
                .asks()
                .body(Map.of("nature", "Found unresponsive in the waiting room"))
                .post(Intake.API + "patients/" + records.patient() + "/break-glass")
                .then()
                .statusCode(oneOf(200, 201));
    }

    @Override
    protected List<String> links(Records records) {
        var address = "tomas-%s@example.org".formatted(UUID.randomUUID());
        var riverside = new Intake(Person.RIVERSIDE);
        var maya = riverside.patient();
        riverside.admitted(maya);
        new RecordsOfMaya().letter(maya, address, Instant.now());
        await().until(() -> Mailbox.of(address).size() == 1);
        return List.of(LettersOfMaya.link(Mailbox.of(address).getFirst()));
    }
}
