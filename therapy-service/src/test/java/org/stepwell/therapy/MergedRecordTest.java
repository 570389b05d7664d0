package org.stepwell.therapy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.stepwell.platform.testing.MergedRecordTestBase;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MergedRecordTest extends MergedRecordTestBase {}
