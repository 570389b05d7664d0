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
        return Map.of("check-in-message", "outreachStep", "linkage-stayed", "linkage");
    }

    @Override
    protected Set<String> everybodys() {
        return new PoliciesTest().everybodys();
    }

    /** Reports read all who left, or were looked at, between two days, and are asked for a few times a year. */
    @Override
    protected Set<String> boards() {
        return Set.of("/api/aftercare/v1/outcomes", "/api/aftercare/v1/risk-calibration");
    }
}
