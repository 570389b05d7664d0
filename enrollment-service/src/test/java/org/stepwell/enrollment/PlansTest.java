package org.stepwell.enrollment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
        return Set.of(
                "patient",
                "inquiry",
                "authority",
                "break_glass",
                "finding",
                "screening",
                "rights_request",
                "referral",
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
}
