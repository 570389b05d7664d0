package org.stepwell.aftercare;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.stepwell.platform.testing.PlansTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlansTest extends PlansTestBase {

    @Override
    protected Records records() {
        return new PoliciesTest().records();
    }

    @Override
    protected Map<String, String> doneAtOnce() {
        return Map.of(
                "check-in-message", "outreachStep",
                "milestone-note-leaves", "plan",
                "referral-letter-leaves", "letter");
    }

    @Override
    protected Map<String, String> neverDue() {
        return Map.of("meeting-feed-due", "the feed of the records has no address");
    }

    @Override
    protected Set<String> everybodys() {
        return new PoliciesTest().everybodys();
    }

    @Override
    protected Set<String> sealed() {
        return Set.of("support_person", "referral_letter");
    }
}
