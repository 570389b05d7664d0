package org.stepwell.scheduling;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.ConsentDoorsTestBase;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ConsentDoorsTest extends ConsentDoorsTestBase {

    @Override
    protected PatientId patient() {
        return Riverside.admitted(
                        Riverside.aProgram(Riverside.NINE_HOURS), Riverside.EVENING, Riverside.onAFreshMonday(), 540)
                .patient();
    }
}
