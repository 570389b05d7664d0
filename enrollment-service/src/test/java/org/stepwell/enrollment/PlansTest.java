package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        return new PoliciesTest().records();
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

    @Override
    protected List<String> links(Records records) {
        var address = "tomas-%s@example.org".formatted(UUID.randomUUID());
        var riverside = new Intake(Person.RIVERSIDE);
        var maya = riverside.patient();
        riverside.admitted(maya);
        new PoliciesTest().letter(maya, address, Instant.now());
        await().until(() -> Mailbox.of(address).size() == 1);
        return List.of(LettersOfMaya.link(Mailbox.of(address).getFirst()));
    }
}
