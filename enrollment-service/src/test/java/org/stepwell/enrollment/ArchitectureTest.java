package org.stepwell.enrollment;

import org.stepwell.platform.testing.ArchitectureTestBase;

class ArchitectureTest extends ArchitectureTestBase {

    ArchitectureTest() {
        super("org.stepwell.enrollment");
    }
}
