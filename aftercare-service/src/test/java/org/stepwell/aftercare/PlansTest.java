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
                "next-step-reminder-leaves", "step",
                "support-person-still-named", "patient",
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

    /** Reports read all who left, or were looked at, between two days, and are asked for a few times a year. */
    @Override
    protected Set<String> boards() {
        return Set.of("/api/aftercare/v1/outcomes", "/api/aftercare/v1/risk-calibration");
    }
}
