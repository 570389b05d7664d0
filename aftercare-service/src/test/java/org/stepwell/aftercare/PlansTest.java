package org.stepwell.aftercare;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
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
        return Map.of("check-in-message", "outreachStep");
    }

    @Override
    protected Set<String> everybodys() {
        return new PoliciesTest().everybodys();
    }

    /** Whoever was offered treatment here has not arrived. */
    @Override
    protected Map<String, String> doneAtOnce() {
        return Map.of("linkage-stayed", "linkage");
    }
}
