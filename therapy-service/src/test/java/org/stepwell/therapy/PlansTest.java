package org.stepwell.therapy;

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
    protected Set<String> sealed() {
        return Set.of("note_doubt");
    }

    /** Whoever treats few looks through all discharges of the clinic that are not signed for, which are few at any time. */
    @Override
    protected Set<String> boards() {
        return Set.of("/api/therapy/v1/discharge-summaries");
    }

    @Override
    protected Map<String, String> doneAtOnce() {
        return Map.of("plan-review", "episode");
    }

    @Override
    protected Map<String, String> neverDue() {
        return Map.of("note-deadline", "it waits only for a program that is not known yet, and no record names a note");
    }
}
